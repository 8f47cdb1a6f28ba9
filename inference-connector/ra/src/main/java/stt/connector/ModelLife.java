package stt.connector;

import java.time.Duration;

/**
 * How long models stay in memory, and what becomes of those that fail.
 *
 * @param memory how much models may hold
 * @param idle after how long without use a model leaves the memory; zero: never
 * @param retries pauses between loads that fail
 * @param checkEvery how often all that is looked after
 */
record ModelLife(MemoryLimit memory, Duration idle, Backoff retries, Duration checkEvery) {

    ModelLife {
        if (idle.isNegative() || checkEvery.isNegative() || checkEvery.isZero()) {
            throw new IllegalArgumentException(
                    "durations must be positive, found " + idle + " without use and " + checkEvery + " between checks");
        }
    }
}
