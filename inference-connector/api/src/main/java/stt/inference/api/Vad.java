package stt.inference.api;

import java.time.Duration;

/**
 * How speech is told from silence and noise.
 *
 * @param on whether only what sounds like speech is decoded; without it everything is
 * @param threshold probability from which a window of 32 ms is speech, 0.05 to 0.95; speech ends 0.15 below, but not below
 *     0.01
 * @param minSilence a shorter silence does not end a region of speech, 32 ms to 10 s
 * @param padding silence that is kept before and after a piece of speech where there is as much, 0 to 2 s
 */
public record Vad(boolean on, double threshold, Duration minSilence, Duration padding) {

    /** On, at 0.5, with 160 ms of silence and 400 ms of padding. */
    public static final Vad DEFAULT = new Vad(true, 0.5, Duration.ofMillis(160), Duration.ofMillis(400));

    /** Everything is decoded. */
    public static final Vad OFF = new Vad(false, DEFAULT.threshold, DEFAULT.minSilence, DEFAULT.padding);

    public Vad {
        Checks.range("the threshold of speech", threshold, 0.05, 0.95);
        Checks.range("the shortest silence", minSilence, Duration.ofMillis(32), Duration.ofSeconds(10));
        Checks.range("the padding of speech", padding, Duration.ZERO, Duration.ofSeconds(2));
    }
}
