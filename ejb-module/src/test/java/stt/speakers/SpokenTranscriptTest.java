package stt.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.Turn;

/** Speakers for transcripts of engines that tell no words. */
class SpokenTranscriptTest {

    private static final String NO_WORDS = "The model m tells no times of words.";

    private static final List<Turn> TURNS = List.of(
            new Turn(Duration.ZERO, Duration.ofSeconds(3), 1),
            new Turn(Duration.ofSeconds(3), Duration.ofSeconds(6), 2));

    private static Transcript wordless(Segment... segments) {
        return new Transcript("m", "en", Duration.ofSeconds(6), List.of(segments), Optional.empty(), List.of(NO_WORDS));
    }

    private static Segment segment(int start, int end) {
        return new Segment(Duration.ofSeconds(start), Duration.ofSeconds(end), "Well.", 0, List.of());
    }

    @Test
    void segmentsWithoutWordsGetASpeakerAsAWhole() {
        Transcript spoken = new SpokenTranscript(wordless(segment(0, 3), segment(3, 6)), true).with(words -> TURNS);

        assertThat(spoken.segments()).extracting(Segment::speaker).containsExactly(1, 2);
        assertThat(spoken.diarization().orElseThrow().turns()).isEqualTo(TURNS);
    }

    @Test
    void whereNothingWasSaidNobodySpeaks() {
        Transcript spoken = new SpokenTranscript(wordless(), true).with(words -> TURNS);

        assertThat(spoken.diarization().orElseThrow().turns()).isEmpty();
    }

    @Test
    void whatTheEngineSaysOfWordsIsForThoseWhoAskedForThem() {
        assertThat(new SpokenTranscript(wordless(), true).with(words -> TURNS).warnings())
                .containsExactly(NO_WORDS);
        assertThat(new SpokenTranscript(wordless(), false).with(words -> TURNS).warnings())
                .isEmpty();
        assertThat(new SpokenTranscript(wordless(), true).without("Too slow.").warnings())
                .containsExactly(NO_WORDS, "Too slow.");
    }
}
