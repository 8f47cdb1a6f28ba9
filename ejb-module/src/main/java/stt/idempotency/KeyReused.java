package stt.idempotency;

import jakarta.ejb.ApplicationException;

/** The key belongs to another request. */
@ApplicationException(rollback = true)
public final class KeyReused extends RuntimeException {

    public KeyReused() {
        super("The Idempotency-Key was used for another request. Send a new key with a new request.");
    }
}
