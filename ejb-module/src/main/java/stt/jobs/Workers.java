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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import stt.schedule.Schedule;
import stt.schedule.Threads;

/**
 * This node's part in working on jobs. It ends before {@link stt.inference.Draining} does: a job that is cut short must still
 * get back into the queue. Thread-safe.
 */
@Singleton
@Startup
@DependsOn({"Migrate", "Draining"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Workers {

    @EJB
    private RunJob runJob;

    @Inject
    private RunningJobs running;

    @Inject
    private JobSettings settings;

    @Resource(lookup = "java:app/jdbc/main")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService timers;

    @SuppressWarnings("NullAway.Init") // as the container calls start() before anything else
    private Schedule schedule;

    @PostConstruct
    void start() {
        schedule = new Schedule(
                new Schedule.Plan("scheduled_job", settings.workers(), settings.poll(), settings.heartbeat()),
                database,
                new Threads(executor, timers),
                transcript -> runJob.run(UUID.fromString(transcript)));
        schedule.start();
    }

    @PreDestroy
    void stop() {
        schedule.stop(settings.stopGrace(), running::stop);
    }

    /** The job of {@code transcript} is to be done once the caller's transaction has committed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(UUID transcript, Turn turn) {
        schedule.add(transcript.toString(), turn.priority());
    }

    /** There is a new job. */
    public void wake() {
        schedule.wake();
    }
}
