package stt.connector.store;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import stt.inference.api.ModelWork;
import stt.models.StoreFailed;
import stt.models.sources.Progress;

/** One work on a model, from when it is asked for. Thread-safe. */
final class RunningWork implements Progress {

    private static final System.Logger LOG = System.getLogger(RunningWork.class.getName());

    /** What is to be done; gives what is wrong with the model, a sentence each. */
    interface Task {
        List<String> run(Progress progress);
    }

    private final Clock clock;
    private final UnaryOperator<String> wording;
    private @Nullable Thread worker;
    private ModelWork now;

    /** {@code wording} takes out of a sentence what administrators are not told. */
    RunningWork(ModelWork.Kind kind, Clock clock, UnaryOperator<String> wording) {
        this.clock = clock;
        this.wording = wording;
        this.now = new ModelWork(kind, ModelWork.State.RUNNING, "", 0, 0, clock.instant(), Optional.empty(), List.of());
    }

    /** How it stands. */
    synchronized ModelWork now() {
        return now;
    }

    synchronized boolean isUnderWay() {
        return now.state() == ModelWork.State.RUNNING;
    }

    /** Does it, in the caller's thread. */
    void run(Task task) {
        synchronized (this) {
            worker = Thread.currentThread();
        }
        try {
            end(task.run(this));
        } catch (StoreFailed e) {
            LOG.log(Level.WARNING, "A work on a model failed: " + e.getMessage());
            end(List.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A work on a model failed", e);
            end(List.of("Something went wrong on our side; the server's log says what."));
        }
    }

    @Override
    public synchronized void update(String step, long done, long total) {
        now = new ModelWork(
                now.kind(), now.state(), wording.apply(step), done, total, now.started(), now.ended(), List.of());
    }

    /** It ends; an empty list is success. */
    synchronized void end(List<String> problems) {
        worker = null;
        Instant ended = clock.instant();
        now = new ModelWork(
                now.kind(),
                problems.isEmpty() ? ModelWork.State.DONE : ModelWork.State.FAILED,
                now.step(),
                now.done(),
                now.total(),
                now.started(),
                Optional.of(ended),
                problems.stream().map(wording).toList());
    }

    /** Has it give way: the server stops. */
    synchronized void interrupt() {
        if (worker != null) {
            worker.interrupt();
        }
    }
}
