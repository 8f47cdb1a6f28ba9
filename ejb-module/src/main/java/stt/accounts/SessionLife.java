package stt.accounts;

import java.time.Duration;

/**
 * How long a browser stays signed in.
 *
 * @param idle without a request
 * @param longest whatever it does
 */
public record SessionLife(Duration idle, Duration longest) {

    public SessionLife {
        if (idle.toMinutes() < 1 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "a session must live a minute without use, and at most longer with it, found " + idle + " and "
                            + longest);
        }
    }
}
