package stt.inference.api;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** The model is installed, but cannot be used now: still loading, or loading failed. Trying later may help. */
@ApplicationException(rollback = true)
public final class ModelUnavailable extends RuntimeException {

    private final transient Duration retryAfter;

    public ModelUnavailable(String model, String why, Duration retryAfter) {
        super("The model " + model + " cannot be used now: " + why);
        this.retryAfter = retryAfter;
    }

    /** When another try makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
