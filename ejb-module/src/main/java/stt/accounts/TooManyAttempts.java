package stt.accounts;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Something was tried too often by somebody: it may be tried again later. */
@ApplicationException(rollback = true)
public final class TooManyAttempts extends RuntimeException {

    private final int limit;
    private final transient Duration retryAfter;
    private final transient Duration window;

    /** {@code limit} tries are allowed in each {@code window}. */
    public TooManyAttempts(int limit, Duration window, Duration retryAfter) {
        super("This was tried too often. Wait a while and try again");
        this.limit = limit;
        this.window = window;
        this.retryAfter = retryAfter;
    }

    /** How many tries are allowed in a window. */
    public int limit() {
        return limit;
    }

    /** How long a window is. */
    public Duration window() {
        return window;
    }

    /** When the next window begins. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
