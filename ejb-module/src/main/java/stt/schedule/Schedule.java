package stt.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** One kind of work that the database remembers, and this node's workers for it. Thread-safe. */
public final class Schedule {

    /** What db-scheduler takes for dead: so many heartbeats are missing. It takes no fewer. */
    private static final int MISSING_HEARTBEATS = 4;

    /** How long the end waits for what has been asked to end. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    /** After how long work that failed without an answer is done again. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    /**
     * What is done, how often is looked for it, and by how many.
     *
     * @param table of the scheduler
     * @param workers how many may work on this node at once
     * @param poll how often this node looks for work that is due
     * @param heartbeat how often this node says that it lives; it is dead when that is missing four times
     */
    public record Plan(String table, int workers, Duration poll, Duration heartbeat) {}

    private final String table;
    private final Scheduler scheduler;
    private final ContainerThreads working;

    /**
     * Not started yet.
     *
     * @param work does what the id stands for, and says when it is to be done again: never, when it is empty
     */
    public Schedule(Plan plan, DataSource database, Threads threads, Function<String, Optional<Instant>> work) {
        this.table = plan.table();
        this.working = new ContainerThreads(threads.once());
        this.scheduler = Scheduler.create(database, task(plan.table(), work))
                .schedulerName(new SchedulerName.Fixed(
                        "process " + ProcessHandle.current().pid()))
                .tableName(plan.table())
                .threads(plan.workers())
                .executorService(working)
                .dueExecutor(new ContainerThreads(threads.once()))
                .housekeeperExecutor(new ContainerTimers(threads.repeated()))
                .pollingInterval(plan.poll())
                .pollUsingLockAndFetch(1.0, 1.0)
                .heartbeatInterval(plan.heartbeat())
                .missedHeartbeatsLimit(MISSING_HEARTBEATS)
                .shutdownMaxWait(LAST_WAIT)
                .jdbcCustomization(new SkipLocked())
                .enablePriority()
                .build();
    }

    private static CustomTask<Void> task(String name, Function<String, Optional<Instant>> work) {
        return Tasks.custom(name, Void.class)
                .onFailure((complete, next) ->
                        next.reschedule(complete, complete.getTimeDone().plus(AFTER_FAILURE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> after(work.apply(instance.getId())));
    }

    private static CompletionHandler<Void> after(Optional<Instant> again) {
        return again.<CompletionHandler<Void>>map(when -> (complete, next) -> next.reschedule(complete, when))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    /** Begins to work. */
    public void start() {
        scheduler.start();
    }

    /** Adds work that is due now, in the caller's transaction; of what is due, the higher {@code priority} goes first. */
    public void add(String id, int priority) {
        TaskInstance<Void> instance =
                new TaskInstance.Builder<Void>(table, id).priority(priority).build();
        if (!scheduler.scheduleIfNotExists(instance, Instant.now())) {
            throw new IllegalStateException("there is such work already: " + id);
        }
    }

    /** Looks for work at once, not at the next poll. */
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Takes no more work, waits for what runs, asks it to end by {@code hurry} after {@code grace}, and stops. */
    public void stop(Duration grace, Runnable hurry) {
        scheduler.pause();
        try {
            working.awaitIdle(grace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hurry.run();
        scheduler.stop();
    }
}
