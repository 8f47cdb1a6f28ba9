package stt.web.json;

import java.time.Duration;

/** Times as the contract writes them. */
public final class Seconds {

    private static final double MILLIS = 1_000;

    private Seconds() {}

    /** In seconds, to the millisecond. */
    public static double of(Duration time) {
        return time.toMillis() / MILLIS;
    }
}
