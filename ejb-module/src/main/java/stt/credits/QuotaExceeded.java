package stt.credits;

import jakarta.ejb.ApplicationException;

/** The quota of this day or month has not enough left for the work. */
@ApplicationException(rollback = true)
public final class QuotaExceeded extends LimitReached {

    public QuotaExceeded(String message, Standing standing) {
        super(message, standing);
    }
}
