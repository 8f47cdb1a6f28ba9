package stt.accounts;

import jakarta.ejb.ApplicationException;

/** Somebody must remain who can administer the platform. */
@ApplicationException(rollback = true)
public final class LastAdministrator extends RuntimeException {

    public LastAdministrator() {
        super("This is the only administrator: make another one first");
    }
}
