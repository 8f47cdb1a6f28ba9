package stt.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Switches MicroProfile Fault Tolerance on for the whole archive, by being there; nobody calls it. See the package. */
@ApplicationScoped
public class FaultToleranceSwitch {

    /** Does nothing. */
    @Timeout
    public void on() {}
}
