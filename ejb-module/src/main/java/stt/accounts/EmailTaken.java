package stt.accounts;

import jakarta.ejb.ApplicationException;

/** Another account has this address. */
@ApplicationException(rollback = true)
public final class EmailTaken extends RuntimeException {

    public EmailTaken() {
        super("There is an account with this e-mail address already");
    }
}
