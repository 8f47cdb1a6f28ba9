package stt.engine.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PieceCutterTest {

    private static final long SECOND = 16_000;

    private final List<List<SpeechRegion>> pieces = new ArrayList<>();
    private final List<SpeechRegion> spans = new ArrayList<>();
    private final PieceCutter cutter = new PieceCutter(SECOND * 2 / 5, (regions, span) -> {
        pieces.add(regions);
        spans.add(span);
    });

    private static SpeechRegion region(double from, double to) {
        return new SpeechRegion((long) (from * SECOND), (long) (to * SECOND));
    }

    @Test
    void joinsWhatFitsAndKeepsMarginsAround() {
        cutter.accept(region(1, 5));
        cutter.accept(region(6, 10));
        cutter.finish(30 * SECOND);

        assertThat(spans).containsExactly(region(0.6, 10.4));
        assertThat(pieces).containsExactly(List.of(region(1, 5), region(6, 10)));
    }

    @Test
    void cutsAtTheLongestPauseOfTheLastPart() {
        cutter.accept(region(0, 20));
        cutter.accept(region(20.8, 24));
        cutter.accept(region(24.2, 27));
        cutter.accept(region(27.2, 40));
        cutter.finish(40 * SECOND);

        assertThat(pieces.get(0)).containsExactly(region(0, 20));
        assertThat(pieces.get(1)).containsExactly(region(20.8, 24), region(24.2, 27), region(27.2, 40));
        assertThat(spans.get(1)).isEqualTo(region(20.4, 40));
    }

    @Test
    void sharesAShortPauseBetweenItsPieces() {
        cutter.accept(region(0, 20));
        cutter.accept(region(20.2, 40));
        cutter.finish(40 * SECOND);

        assertThat(spans).containsExactly(region(0, 20.1), region(20.1, 40));
    }

    @Test
    void leavesNoCrumbForTheEnd() {
        cutter.accept(region(0, 12));
        cutter.accept(region(12.2, 19));
        cutter.accept(region(19.2, 27));
        cutter.accept(region(27.5, 29));
        cutter.finish(29 * SECOND);

        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0)).containsExactly(region(0, 12), region(12.2, 19));
    }

    @Test
    void aLongSilenceEndsAPiece() {
        cutter.accept(region(0, 3));
        cutter.advance(8 * SECOND);
        assertThat(pieces).isEmpty();

        cutter.advance(8 * SECOND + 1);
        assertThat(spans).containsExactly(region(0, 3.4));

        cutter.accept(region(10, 13));
        cutter.accept(region(18.1, 20));
        assertThat(spans).containsExactly(region(0, 3.4), region(9.6, 13.4));
    }

    @Test
    void piecesNeverExceedWhisperWindowNorOverlapNorLoseSpeech() {
        Random random = new Random(5);
        List<SpeechRegion> all = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < 2000; i++) {
            long start = at + (long) (SECOND * (0.1 + 3 * Math.pow(random.nextDouble(), 6)));
            at = start + (long) (SECOND * (0.1 + 27 * Math.pow(random.nextDouble(), 4)));
            SpeechRegion next = new SpeechRegion(start, at);
            cutter.advance(next.start());
            all.add(next);
            cutter.accept(next);
        }
        cutter.finish(at);

        assertThat(pieces.stream().flatMap(List::stream).toList()).isEqualTo(all);
        assertThat(spans).allMatch(span -> span.length() <= 28 * SECOND);
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).start())
                    .isGreaterThanOrEqualTo(spans.get(i - 1).end());
        }
    }
}
