package stt.accounts;

import jakarta.ejb.ApplicationException;

/** The operator makes the accounts here. */
@ApplicationException(rollback = true)
public final class SignUpClosed extends RuntimeException {

    public SignUpClosed() {
        super("Sign-up is closed here. Ask the administrator for an account");
    }
}
