package stt.accounts;

import jakarta.ejb.ApplicationException;

/** What cannot be undone needs somebody who has just shown the password. */
@ApplicationException(rollback = true)
public final class SignInAgain extends RuntimeException {

    public SignInAgain() {
        super("This needs a session that was signed in a few minutes ago: sign in again");
    }
}
