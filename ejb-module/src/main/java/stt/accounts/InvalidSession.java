package stt.accounts;

import jakarta.ejb.ApplicationException;

/** What was presented is no session, or none any more. */
@ApplicationException(rollback = true)
public final class InvalidSession extends RuntimeException {

    public InvalidSession() {
        super("Nobody is signed in here, or not any more");
    }
}
