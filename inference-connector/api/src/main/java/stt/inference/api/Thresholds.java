package stt.inference.api;

import java.util.OptionalDouble;

/**
 * When a decoded text is not believed. An empty value switches its rule off.
 *
 * @param compressionRatio a text whose UTF-8 bytes are more than so many times their deflated size repeats itself; 1 to 10
 * @param logProbability a text whose tokens have a lower mean natural log-probability is unlikely; -10 to 0
 * @param noSpeech an unlikely text is silence when the model finds that there is no speech with a higher probability; 0 to 1
 */
public record Thresholds(OptionalDouble compressionRatio, OptionalDouble logProbability, OptionalDouble noSpeech) {

    /** openai/whisper's. */
    public static final Thresholds DEFAULT =
            new Thresholds(OptionalDouble.of(2.4), OptionalDouble.of(-1), OptionalDouble.of(0.6));

    /** Every text is believed. */
    public static final Thresholds NONE =
            new Thresholds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public Thresholds {
        compressionRatio.ifPresent(value -> Checks.range("a compression ratio", value, 1, 10));
        logProbability.ifPresent(value -> Checks.range("a mean log-probability", value, -10, 0));
        noSpeech.ifPresent(value -> Checks.range("a probability of no speech", value, 0, 1));
    }
}
