package stt.connector;

import java.time.Duration;

/**
 * Pauses between tries that fail.
 *
 * @param first after one failure; doubles with each further one
 * @param most the longest
 */
record Backoff(Duration first, Duration most) {

    /** More doublings than any two durations are apart. */
    private static final int DOUBLINGS = 30;

    Backoff {
        if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "pauses must be positive and grow, found " + first + " to at most " + most);
        }
    }

    /** The pause after so many failures in a row, at least 1. */
    Duration after(int failures) {
        Duration pause = first;
        for (int i = 1; i < Math.min(failures, DOUBLINGS) && pause.compareTo(most) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(most) < 0 ? pause : most;
    }
}
