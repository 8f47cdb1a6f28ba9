package stt.credits;

import java.time.Duration;

/** A caller may have this done later, not now. Nothing is held. */
public abstract sealed class LimitReached extends RuntimeException permits QuotaExceeded, TooManyRequests {

    private final transient Standing standing;

    LimitReached(String message, Standing standing) {
        super(message);
        this.standing = standing;
    }

    /** The limit that was reached. */
    public Standing standing() {
        return standing;
    }

    /** When another try makes sense; at least a second. */
    public Duration retryAfter() {
        Duration reset = standing.reset();
        return reset.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : reset;
    }
}
