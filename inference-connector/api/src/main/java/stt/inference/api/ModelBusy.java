package stt.inference.api;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Every session of the model's pool was in use for as long as a caller may wait. */
@ApplicationException(rollback = true)
public final class ModelBusy extends RuntimeException {

    private final transient Duration retryAfter;

    public ModelBusy(String model, Duration retryAfter) {
        super("All sessions for the model " + model + " are busy; try again in " + retryAfter.toSeconds() + " s");
        this.retryAfter = retryAfter;
    }

    /** When another try makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
