package stt.engine.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stt.inference.api.Vad;

class SpeechDetectorTest {

    private static final int WINDOW = SpeechDetector.WINDOW;

    private final List<SpeechRegion> regions = new ArrayList<>();
    private final SpeechDetector detector = new SpeechDetector(Vad.DEFAULT, 860, regions::add);

    private void windows(int count, double probability, double power) {
        for (int i = 0; i < count; i++) {
            detector.accept((float) probability, (float) power);
        }
    }

    private void speech(int count) {
        windows(count, 0.9, 0.01);
    }

    private void silence(int count) {
        windows(count, 0.1, 0);
    }

    @Test
    void findsSpeechBetweenSilencesWithALittleAroundIt() {
        silence(10);
        speech(20);
        silence(10);

        assertThat(regions)
                .containsExactly(
                        new SpeechRegion(10 * WINDOW - SpeechDetector.PADDING, 30 * WINDOW + SpeechDetector.PADDING));
    }

    @Test
    void bridgesPausesShorterThanFiveWindows() {
        speech(20);
        silence(4);
        speech(20);
        silence(10);

        assertThat(regions).containsExactly(new SpeechRegion(0, 44 * WINDOW + SpeechDetector.PADDING));
    }

    @Test
    void doubtfulWindowsNeitherStartNorEndSpeech() {
        windows(10, 0.4, 0);
        speech(10);
        windows(20, 0.4, 0);
        silence(10);

        assertThat(regions)
                .containsExactly(
                        new SpeechRegion(10 * WINDOW - SpeechDetector.PADDING, 40 * WINDOW + SpeechDetector.PADDING));
    }

    @Test
    void hearsAsMuchAsItIsTold() {
        SpeechDetector strict =
                new SpeechDetector(new Vad(true, 0.8, Duration.ofMillis(500), Duration.ZERO), 860, regions::add);
        for (double probability : new double[] {0.7, 0.85, 0.7, 0.1}) {
            for (int i = 0; i < 14; i++) {
                strict.accept((float) probability, 0.01f);
            }
        }
        assertThat(regions).isEmpty();
        for (int i = 0; i < 2; i++) {
            strict.accept(0.1f, 0.01f);
        }
        assertThat(regions).containsExactly(region(14, 42));
    }

    private static SpeechRegion region(long from, long to) {
        return new SpeechRegion(from * WINDOW - SpeechDetector.PADDING, to * WINDOW + SpeechDetector.PADDING);
    }

    @Test
    void endsWithTheAudio() {
        speech(20);
        detector.finish(20 * WINDOW - 100);

        assertThat(regions).containsExactly(new SpeechRegion(0, 20 * WINDOW - 100));
    }

    @Test
    void cutsEndlessSpeechWhereItIsQuietest() {
        speech(700);
        windows(5, 0.9, 0.0001);
        speech(1000);
        detector.finish(detector.position());

        assertThat(regions).hasSizeGreaterThan(1);
        assertThat(regions.get(0)).isEqualTo(new SpeechRegion(0, 702 * WINDOW));
        for (int i = 1; i < regions.size(); i++) {
            assertThat(regions.get(i).start()).isEqualTo(regions.get(i - 1).end());
        }
        assertThat(regions).allMatch(region -> region.length() <= 860 * WINDOW);
        assertThat(regions.get(regions.size() - 1).end()).isEqualTo(1705 * WINDOW);
    }
}
