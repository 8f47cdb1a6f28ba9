package stt.credits;

import jakarta.ejb.ApplicationException;

/** There is no account with the id or address that was given. */
@ApplicationException(rollback = true)
public final class NoSuchAccount extends RuntimeException {

    public NoSuchAccount() {
        super("There is no such account");
    }
}
