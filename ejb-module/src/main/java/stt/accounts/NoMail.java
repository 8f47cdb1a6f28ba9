package stt.accounts;

import jakarta.ejb.ApplicationException;

/** Something was asked for that needs mail, and no mail server is configured. */
@ApplicationException(rollback = true)
public final class NoMail extends RuntimeException {

    public NoMail() {
        super("This server sends no mail. Ask the administrator");
    }
}
