package stt.inference;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;
import stt.inference.api.InferenceStatus;

/** Asks the resource adapter how it is, and does not wait for an answer that does not come. */
@ApplicationScoped
public class InferenceHealth {

    private static final long PATIENCE = 2_000; // ms; a supervisor gives up after a few seconds

    @EJB
    private Models models;

    /** What the adapter knows now; {@code UNAVAILABLE} when it does not say so in time, or fails. */
    @Timeout(PATIENCE)
    @Fallback(fallbackMethod = "silent")
    public InferenceStatus status() {
        return models.status();
    }

    InferenceStatus silent() {
        return new InferenceStatus(
                InferenceStatus.Readiness.UNAVAILABLE,
                Optional.of("The resource adapter does not answer"),
                List.of(),
                Map.of(),
                0,
                0,
                0);
    }
}
