package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stt.engine.whisper.TimedText.Slice;

/** Timestamps are tokens from 100 on, text tokens are below. */
class TimedTextTest {

    private static TimedText of(int... tokens) {
        return TimedText.of(tokens, 100, 1500);
    }

    @Test
    void twoTimestampsInARowDivide() {
        TimedText text = of(100, 1, 2, 150, 150, 3, 200, 210, 4, 300, 300);

        assertThat(text.slices())
                .containsExactly(new Slice(0, 4, 0, 50), new Slice(4, 7, 50, 100), new Slice(7, 10, 110, 200));
    }

    @Test
    void whatIsNotFinishedBelongsToTheNextWindow() {
        TimedText text = of(100, 1, 150, 150, 2, 3);

        assertThat(text.slices()).containsExactly(new Slice(0, 3, 0, 50));
        assertThat(text.next()).isEqualTo(50);
    }

    @Test
    void aSingleTimestampAtTheEndMeansThatNobodySpeaksAfterIt() {
        TimedText text = of(100, 1, 150, 150, 2, 180);

        assertThat(text.slices()).containsExactly(new Slice(0, 3, 0, 50), new Slice(3, 6, 50, 80));
        assertThat(text.next()).isEqualTo(-1);
    }

    @Test
    void withoutPairsTheWindowIsOnePart() {
        assertThat(of(100, 1, 2).slices()).containsExactly(new Slice(0, 3, 0, 1500));
        assertThat(of(100, 1, 2, 140).slices()).containsExactly(new Slice(0, 4, 0, 40));
        assertThat(of(100, 1, 2, 140).next()).isEqualTo(-1);
        assertThat(of().slices()).containsExactly(new Slice(0, 0, 0, 1500));
    }
}
