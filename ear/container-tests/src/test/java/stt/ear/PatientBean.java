package stt.ear;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Guarded by a time-out, as the web module's question after the adapter's health is. */
@ApplicationScoped
public class PatientBean {

    /** Waits for what never comes. */
    @Timeout(100)
    public void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
