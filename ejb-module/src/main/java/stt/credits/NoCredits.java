package stt.credits;

import jakarta.ejb.ApplicationException;

/** The account's credits do not pay for the work. Nothing is held. */
@ApplicationException(rollback = true)
public final class NoCredits extends RuntimeException {

    public NoCredits() {
        super("No credits remaining. Upgrade your plan.");
    }
}
