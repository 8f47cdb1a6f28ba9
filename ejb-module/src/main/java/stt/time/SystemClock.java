package stt.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives the container's beans the real clock. */
@ApplicationScoped
public class SystemClock {

    /** UTC. */
    @Produces
    Clock utc() {
        return Clock.systemUTC();
    }
}
