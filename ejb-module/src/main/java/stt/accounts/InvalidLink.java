package stt.accounts;

import jakarta.ejb.ApplicationException;

/** A mailed link's token is none, has been used, or is too old. Which of these is never told. */
@ApplicationException(rollback = true)
public final class InvalidLink extends RuntimeException {

    public InvalidLink() {
        super("This link is wrong, has been used, or is too old. Ask for a new one");
    }
}
