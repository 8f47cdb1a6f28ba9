package stt.inference.api;

import jakarta.ejb.ApplicationException;

/** A run was ended early, on purpose. */
@ApplicationException(rollback = true)
public final class InferenceCancelled extends RuntimeException {

    private final CancelToken.Reason reason;

    public InferenceCancelled(CancelToken.Reason reason) {
        super("The run was ended early: " + reason);
        this.reason = reason;
    }

    /** Why. */
    public CancelToken.Reason reason() {
        return reason;
    }
}
