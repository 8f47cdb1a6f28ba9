package stt.connector;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;

/**
 * Ends runs whose time is over: the container only marks a transaction whose time-out passes, it does not reach into
 * native code. Thread-safe; one thread.
 */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "inference-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        // Deadlines lie hours ahead for long files; a finished run must not stay reachable from here.
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Cancels the run's token when its deadline passes, unless the result is closed before. */
    CancelToken.Registration arm(RunControl control) {
        CancelToken token = control.cancel();
        return after(control.deadline(), () -> token.cancel(CancelToken.Reason.DEADLINE));
    }

    /** Runs a quick task later, unless the result is closed before. */
    CancelToken.Registration after(Duration delay, Runnable task) {
        ScheduledFuture<?> due = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    /** Runs a quick task again and again, with {@code pause} before each, until the result or this is closed. */
    CancelToken.Registration every(Duration pause, Runnable task) {
        ScheduledFuture<?> due =
                timer.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    /** How many are armed now. */
    int armed() {
        return timer.getQueue().size();
    }

    /** Forgets everything armed. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
