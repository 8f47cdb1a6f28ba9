package stt.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys {@code stt.jobs.*}. Thread-safe. */
@ApplicationScoped
public class JobSettings {

    /** So that a service that recovers is not waited for much longer than it took. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final int MOST_DOUBLINGS = 20;

    @Inject
    @ConfigProperty(name = "stt.jobs.workers")
    private int workers;

    @Inject
    @ConfigProperty(name = "stt.inference.pool-size")
    private int sessions;

    @Inject
    @ConfigProperty(name = "stt.jobs.most")
    private int most;

    @Inject
    @ConfigProperty(name = "stt.jobs.most-per-account")
    private int mostPerAccount;

    @Inject
    @ConfigProperty(name = "stt.jobs.full-retry-after")
    private Duration fullRetryAfter;

    @Inject
    @ConfigProperty(name = "stt.jobs.tries")
    private int tries;

    @Inject
    @ConfigProperty(name = "stt.jobs.retry-after")
    private Duration retryAfter;

    @Inject
    @ConfigProperty(name = "stt.jobs.busy-retry-after")
    private Duration busyRetryAfter;

    @Inject
    @ConfigProperty(name = "stt.jobs.hold")
    private Duration hold;

    @Inject
    @ConfigProperty(name = "stt.jobs.poll")
    private Duration poll;

    @Inject
    @ConfigProperty(name = "stt.jobs.heartbeat")
    private Duration heartbeat;

    @Inject
    @ConfigProperty(name = "stt.jobs.stop-grace")
    private Duration stopGrace;

    /** Jobs that this node works on at once. */
    int workers() {
        return workers > 0 ? workers : Math.max(1, sessions - 1);
    }

    /** Jobs that may wait or run, in all. */
    int most() {
        return most;
    }

    /** Jobs of one account that may wait or run. */
    int mostPerAccount() {
        return mostPerAccount;
    }

    /** When to come back to a full queue. */
    Duration fullRetryAfter() {
        return fullRetryAfter;
    }

    /** Tries of a job until it fails. */
    int tries() {
        return tries;
    }

    /** How long to wait after {@code count} tries that failed. */
    Duration pauseAfter(int count) {
        Duration pause = retryAfter.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, count - 1)));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** How long to wait for a slot or a session. */
    Duration busyRetryAfter() {
        return busyRetryAfter;
    }

    /** How long credits and quota stay set aside for a job when no node lives that would renew them. */
    Duration hold() {
        return hold;
    }

    Duration poll() {
        return poll;
    }

    Duration heartbeat() {
        return heartbeat;
    }

    /** How long jobs may go on when this node stops. */
    Duration stopGrace() {
        return stopGrace;
    }
}
