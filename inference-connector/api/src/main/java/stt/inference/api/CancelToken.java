package stt.inference.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run from another thread: a deadline, a client that went away, a cancelled job, a server that stops. Thread-safe.
 * The first reason stays.
 */
public final class CancelToken {

    /** Why a run ended early. */
    public enum Reason {
        DEADLINE,
        DISCONNECTED,
        REQUESTED,
        STOPPING
    }

    /** What to undo with {@link #close} once the run is over. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Runnable> actions = new ArrayList<>();
    private @Nullable Reason reason;

    /** Cancels once: runs every registered action in the caller's thread. Later calls change nothing. */
    public void cancel(Reason why) {
        List<Runnable> due;
        synchronized (actions) {
            if (reason != null) {
                return;
            }
            reason = why;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /** The reason, once cancelled. */
    public Optional<Reason> reason() {
        synchronized (actions) {
            return Optional.ofNullable(reason);
        }
    }

    /** @throws InferenceCancelled when this token is cancelled */
    public void check() {
        reason().ifPresent(why -> {
            throw new InferenceCancelled(why);
        });
    }

    /**
     * Has {@code action} run when this token is cancelled, at once if it already is. Actions must be quick, must not throw
     * and may run concurrently with the end of the run.
     */
    public Registration onCancel(Runnable action) {
        boolean now;
        synchronized (actions) {
            now = reason != null;
            if (!now) {
                actions.add(action);
            }
        }
        if (now) {
            action.run();
        }
        return () -> {
            synchronized (actions) {
                actions.remove(action);
            }
        };
    }
}
