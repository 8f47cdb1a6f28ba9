package stt.credits;

import jakarta.ejb.ApplicationException;

/** As many requests of the caller run now as may. */
@ApplicationException(rollback = true)
public final class TooManyRequests extends LimitReached {

    public TooManyRequests(Standing standing) {
        super("More than " + standing.limit() + " requests of yours would run at once. Wait for one to end.", standing);
    }
}
