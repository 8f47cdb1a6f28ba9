package stt.connector;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One task, again and again on the container's threads, never two at a time. Run it whenever a round is due. */
final class Rounds implements Runnable {

    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final Executor background;
    private final Runnable task;
    private final AtomicBoolean underWay = new AtomicBoolean();

    Rounds(Executor background, Runnable task) {
        this.background = background;
        this.task = task;
    }

    /** Begins a round, unless the one before still lasts; what goes wrong in it is logged, and the next comes all the same. */
    @Override
    public void run() {
        if (!underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            background.execute(this::round);
        } catch (RejectedExecutionException e) {
            underWay.set(false);
            LOG.log(System.Logger.Level.WARNING, "Models are not looked after now", e);
        }
    }

    private void round() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Looking after models failed", e);
        } finally {
            underWay.set(false);
        }
    }
}
