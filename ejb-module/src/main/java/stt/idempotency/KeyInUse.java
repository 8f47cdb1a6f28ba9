package stt.idempotency;

import jakarta.ejb.ApplicationException;

/** The request with this key is being served at this moment. */
@ApplicationException(rollback = true)
public final class KeyInUse extends RuntimeException {

    public KeyInUse() {
        super("A request with this Idempotency-Key is being served. Ask again when it is done.");
    }
}
