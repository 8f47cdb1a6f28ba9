package stt.inference.api;

import jakarta.ejb.ApplicationException;

/** Something else is being done with the model. */
@ApplicationException(rollback = true)
public final class ModelAtWork extends RuntimeException {

    public ModelAtWork(String model) {
        super("The model " + model + " is being installed, verified or removed; wait for the end of that");
    }
}
