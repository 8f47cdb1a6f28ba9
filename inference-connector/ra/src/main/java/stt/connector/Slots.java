package stt.connector;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stt.engine.EngineModel;
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
     * @param usage learns when it is lent or runs
     * @throws InferenceCancelled once stopping
     */
    Slot open(EngineModel model, Usage usage) {
        Slot slot = new Slot(this, deadlines, model, usage);
        synchronized (this) {
            if (!stopping) {
                live.add(slot);
                return slot;
            }
        }
        slot.close();
        throw new InferenceCancelled(CancelToken.Reason.STOPPING);
    }

    /** Closes every session of a model that nobody uses, those that wait in the pool. */
    void closeAll(EngineModel model) {
        snapshot().stream().filter(slot -> slot.isOf(model)).forEach(Slot::close);
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
     * Admits no new run, and waits until none is under way and no session is lent: {@code grace} for them to end by
     * themselves, then {@code last} for the cancelled ones to give way.
     *
     * @return whether all ended
     */
    boolean drain(Duration grace, Duration last) {
        synchronized (this) {
            stopping = true;
        }
        if (Monitor.await(this, grace, this::isIdle)) {
            return true;
        }
        cancelAll();
        return Monitor.await(this, last, this::isIdle);
    }

    /**
     * Cancels what still runs and closes every session, one in a run at the end of its run.
     *
     * @return whether all closed within {@code last}; if not, native code is still running and models must stay in memory
     */
    boolean close(Duration last) {
        synchronized (this) {
            stopping = true;
        }
        cancelAll();
        snapshot().forEach(Slot::close);
        return Monitor.await(this, last, live::isEmpty);
    }

    /** Has the sum of decoded steps outlive a session that is about to close. */
    synchronized void closed(Slot slot, long steps) {
        live.remove(slot);
        stepsOfClosed += steps;
        notifyAll();
    }

    private boolean isIdle() {
        return live.stream().noneMatch(Slot::isBusy);
    }

    private void cancelAll() {
        snapshot().forEach(slot -> slot.cancel(CancelToken.Reason.STOPPING));
    }

    private synchronized List<Slot> snapshot() {
        return List.copyOf(live);
    }
}
