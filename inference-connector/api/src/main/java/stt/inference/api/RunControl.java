package stt.inference.api;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How one run is watched and ended.
 *
 * @param cancel ends the run early when cancelled
 * @param deadline the longest the run may take, by the clock; the adapter cancels {@code cancel} when it passes
 * @param progress told how much audio is done, in order, from the thread that runs; must be quick
 */
public record RunControl(CancelToken cancel, Duration deadline, Consumer<Duration> progress) {

    public RunControl {
        if (deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException("a deadline must be positive, found " + deadline);
        }
    }

    /** Cancellable through {@code cancel}, with a deadline, without progress reports. */
    public static RunControl of(CancelToken cancel, Duration deadline) {
        return new RunControl(cancel, deadline, done -> {});
    }
}
