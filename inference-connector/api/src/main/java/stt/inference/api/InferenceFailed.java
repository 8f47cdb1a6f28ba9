package stt.inference.api;

import jakarta.ejb.ApplicationException;

/** The engine failed; the session that threw this is not used again. */
@ApplicationException(rollback = true)
public final class InferenceFailed extends RuntimeException {

    public InferenceFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
