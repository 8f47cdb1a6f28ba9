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

    static void range(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s, found %s".formatted(what, plain(least), plain(most), plain(value)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    static void range(String what, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s must be between %d and %d ms, found %d ms"
                    .formatted(what, least.toMillis(), most.toMillis(), value.toMillis()));
        }
    }
}
