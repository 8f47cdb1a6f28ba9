package stt.connector;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;

/** Every session that holds native memory, pooled or not. Thread-safe; its monitor guards the state of its slots. */
final class Slots {

    private final Deadlines deadlines;
    private final Set<Slot> live = new HashSet<>();
    private long stepsOfClosed;
    private boolean stopping;

    Slots(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * A new session of a model; the caller closes it.
     *
     * @throws InferenceCancelled once stopping
     */
    Slot open(SpeechModel model) {
        SpeechSession session = model.open();
        Slot slot = new Slot(this, deadlines, session);
        synchronized (this) {
            if (!stopping) {
                live.add(slot);
                return slot;
            }
        }
        session.close();
        throw new InferenceCancelled(CancelToken.Reason.STOPPING);
    }

    /** Sessions that hold native memory now. */
    synchronized int live() {
        return live.size();
    }

    /** Sessions in a run now. */
    synchronized int running() {
        return (int) live.stream().filter(Slot::isRunning).count();
    }

    /** Decoder steps of all sessions, closed ones included. */
    synchronized long decodedSteps() {
        return stepsOfClosed + live.stream().mapToLong(Slot::decodedSteps).sum();
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /**
     * Admits no new run, gives those under way {@code grace} to end, then cancels them and gives them {@code last} to give
     * way; closes every session that is idle, and has the others close when their run ends.
     *
     * @return whether all are closed; if not, native code is still running and the models must stay in memory
     */
    boolean stop(Duration grace, Duration last) {
        synchronized (this) {
            stopping = true;
        }
        if (!await(grace, () -> running() == 0)) {
            snapshot().forEach(slot -> slot.cancel(CancelToken.Reason.STOPPING));
        }
        snapshot().forEach(Slot::close);
        return await(last, live::isEmpty);
    }

    /** Has the sum of decoded steps outlive a session that is about to close. */
    synchronized void closed(Slot slot, long steps) {
        live.remove(slot);
        stepsOfClosed += steps;
        notifyAll();
    }

    /** Waits on this monitor until {@code done}; false when the time is over first, or the thread was interrupted. */
    synchronized boolean await(Duration limit, Condition done) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!done.holds()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized List<Slot> snapshot() {
        return List.copyOf(live);
    }

    /** Something that becomes true while others hold the monitor. */
    interface Condition {
        boolean holds();
    }
}
