package stt.credits;

import java.time.Duration;

/**
 * Where a caller stands with the limit that matters for a request, for {@code RateLimit-*} headers.
 *
 * @param limit in the unit that people know the limit by: files, minutes, thousands of characters, requests at once
 * @param remaining of these, rounded down
 * @param reset until more remains
 * @param window the length of the limit's period; zero for requests at once
 */
public record Standing(long limit, long remaining, Duration reset, Duration window) {

    public Standing {
        if (limit < 0 || remaining < 0 || reset.isNegative() || window.isNegative()) {
            throw new IllegalArgumentException("a standing has no negative part");
        }
    }
}
