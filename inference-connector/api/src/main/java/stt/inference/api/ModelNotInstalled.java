package stt.inference.api;

import jakarta.ejb.ApplicationException;

/** The store has no such model; installing it helps, waiting does not. */
@ApplicationException(rollback = true)
public final class ModelNotInstalled extends RuntimeException {

    public ModelNotInstalled(String model) {
        super("The model " + model + " is not installed. Install it with: ./stt models install " + model);
    }
}
