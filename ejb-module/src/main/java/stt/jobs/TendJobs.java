package stt.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What is done for jobs again and again, on every node. Thread-safe. */
@Singleton
@Startup
@DependsOn("Migrate") // rounds read tables
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TendJobs {

    private static final System.Logger LOG = System.getLogger(TendJobs.class.getName());

    /** Much less than what is held stays without being renewed. */
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(30);

    /** Files this young may belong to a job that is being queued. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    @EJB
    private JobSteps steps;

    @EJB
    private JobRows rows;

    @Inject
    private JobFiles files;

    @Inject
    private RunningJobs running;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "stt.jobs.report-every")
    private Duration reportEvery;

    @Resource
    private ManagedScheduledExecutorService timers;

    private @Nullable Future<?> rounds;
    private Instant housekeeping = Instant.MAX;

    @PostConstruct
    void start() {
        keepHouse();
        housekeeping = clock.instant().plus(HOUSEKEEPING);
        long every = reportEvery.toMillis();
        rounds = timers.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Both in one: the container keeps a cancelled timer, and what it belongs to, in memory until it would have been due. */
    private void round() {
        attempt("Jobs could not be told of or asked for", this::report);
        if (!clock.instant().isBefore(housekeeping)) {
            housekeeping = clock.instant().plus(HOUSEKEEPING);
            attempt("What jobs hold could not be renewed, or leftovers not be removed", this::keepHouse);
        }
    }

    /** A round that fails must not be the last: the next may work. */
    private static void attempt(String failure, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, failure, e);
        }
    }

    private void report() {
        Set<UUID> mine = running.transcripts();
        if (!mine.isEmpty()) {
            steps.advance(running.news());
            Set<UUID> wanted = steps.wanted(mine);
            mine.stream().filter(id -> !wanted.contains(id)).forEach(running::cancel);
        }
    }

    private void keepHouse() {
        steps.renewHolds();
        int removed = files.sweep(rows.files(), clock.instant().minus(YOUNG));
        if (removed > 0) {
            LOG.log(Level.INFO, "Removed {0} recordings that no job needs", removed);
        }
    }
}
