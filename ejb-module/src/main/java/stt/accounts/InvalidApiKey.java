package stt.accounts;

import jakarta.ejb.ApplicationException;

/** What was presented is no key, no longer one, or nobody's. Which of these is never told. */
@ApplicationException(rollback = true)
public final class InvalidApiKey extends RuntimeException {

    public InvalidApiKey() {
        super("The API key is missing, wrong or revoked. Send it as: Authorization: Bearer KEY");
    }
}
