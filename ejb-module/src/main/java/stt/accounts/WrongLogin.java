package stt.accounts;

import jakarta.ejb.ApplicationException;

/** The address or the password is wrong. Which of them is never told. */
@ApplicationException(rollback = true)
public final class WrongLogin extends RuntimeException {

    public WrongLogin() {
        super("The e-mail address or the password is wrong");
    }
}
