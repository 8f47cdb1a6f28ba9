package stt.inference;

import jakarta.ejb.ApplicationException;

/** No model has this id, installed or not. */
@ApplicationException(rollback = true)
public final class UnknownModel extends RuntimeException {

    public UnknownModel(String id) {
        super("There is no model \"" + id + "\". GET /v1/models lists them");
    }
}
