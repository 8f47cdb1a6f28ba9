package stt.inference.api;

import java.time.Duration;

/** The bounds that the values of this package share. */
final class Checks {

    private Checks() {}

    static void span(Duration start, Duration end) {
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a span must have 0 <= start <= end, found " + start + " to " + end);
        }
    }

    static void probability(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a confidence must be in [0, 1], found " + value);
        }
    }
}
