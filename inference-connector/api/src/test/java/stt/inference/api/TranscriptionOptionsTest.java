package stt.inference.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TranscriptionOptionsTest {

    private static void refuses(ThrowingCallable made, String message) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
    }

    @Test
    void whatIsOutOfRangeIsRefusedWithTheRange() {
        refuses(() -> Beam.of(0), "a beam's size must be between 1 and 10, found 0");
        refuses(() -> Beam.of(11), "a beam's size must be between 1 and 10, found 11");
        refuses(() -> new Beam(5, 0, 1), "a beam's patience must be between 0.1 and 5, found 0");
        refuses(() -> new Beam(5, 1, -0.5), "a length penalty must be between 0 and 2, found -0.5");
        refuses(() -> new Beam(5, Double.NaN, 1), "a beam's patience must be between 0.1 and 5, found NaN");
        refuses(() -> new Sampling(List.of(), 1, 0), "the number of temperatures must be between 1 and 10, found 0");
        refuses(() -> new Sampling(List.of(0.0, 1.5), 1, 0), "a temperature must be between 0 and 1, found 1.5");
        refuses(() -> new Sampling(List.of(0.0), 0, 0), "the number of texts drawn must be between 1 and 10, found 0");
        refuses(
                () -> new Vad(true, 0.99, Duration.ofMillis(160), Duration.ZERO),
                "the threshold of speech must be between 0.05 and 0.95, found 0.99");
        refuses(
                () -> new Vad(true, 0.5, Duration.ofMillis(5), Duration.ZERO),
                "the shortest silence must be between 32 and 10000 ms, found 5 ms");
        refuses(
                () -> new SegmentLimits(Duration.ofSeconds(90), 200),
                "the longest segment must be between 1000 and 60000 ms, found 90000 ms");
        refuses(
                () -> new SegmentLimits(Duration.ofSeconds(15), 5),
                "the characters of a segment must be between 10 and 1000, found 5");
    }

    @Test
    void thresholdsCanBeSwitchedOffOneByOne() {
        assertThat(new Thresholds(OptionalDouble.empty(), OptionalDouble.of(-0.5), OptionalDouble.empty())
                        .compressionRatio())
                .isEmpty();
        refuses(
                () -> new Thresholds(OptionalDouble.empty(), OptionalDouble.of(0.5), OptionalDouble.empty()),
                "a mean log-probability must be between -10 and 0, found 0.5");
    }

    @Test
    void blankContextIsNone() {
        Context context = new Context(Optional.of(" \n"), Optional.of(" Payara "), false);
        assertThat(context.prompt()).isEmpty();
        assertThat(context.hotwords()).contains("Payara");
        refuses(
                () -> new Context(Optional.of("x".repeat(4001)), Optional.empty(), false),
                "a prompt's characters must be between 0 and 4000, found 4001");
    }

    @Test
    void theDefaultIsGreedyAndNothingIsRandom() {
        TranscriptionOptions options = TranscriptionOptions.DEFAULT;
        assertThat(options).isEqualTo(TranscriptionOptions.balanced());
        assertThat(options.decoding().beam().size()).isEqualTo(1);
        assertThat(options.decoding().sampling().temperatures()).containsExactly(0.0);
        assertThat(options.strategy()).isEqualTo(Strategy.PIECES);
        assertThat(options.wordTimes()).isTrue();
    }

    @Test
    void presetsDifferInDecodingAlone() {
        for (TranscriptionOptions preset : List.of(TranscriptionOptions.fast(), TranscriptionOptions.accurate())) {
            assertThat(preset).isNotEqualTo(TranscriptionOptions.DEFAULT);
            assertThat(preset.withDecoding(Decoding.DEFAULT)).isEqualTo(TranscriptionOptions.DEFAULT);
        }
    }
}
