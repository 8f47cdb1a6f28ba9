package stt.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import stt.engine.EngineModel;

/** A model on its way into memory, or there, and who uses it. Guarded by the monitor it is given, but for the waiting. */
final class Load implements Usage {

    private final Object monitor;
    private final Clock clock;
    private final SessionRequest request;
    private final StoredModel stored;
    private final CompletableFuture<EngineModel> model = new CompletableFuture<>();
    private long bytes;
    private OptionalLong measured = OptionalLong.empty();
    private int users;
    private int uses;
    private Instant lastUse;
    private boolean outdated;
    private boolean leaving;

    Load(Object monitor, Clock clock, SessionRequest request, StoredModel stored) {
        this.monitor = monitor;
        this.clock = clock;
        this.request = request;
        this.stored = stored;
        this.bytes = stored.memoryBytes();
        this.lastUse = clock.instant();
    }

    SessionRequest request() {
        return request;
    }

    StoredModel stored() {
        return stored;
    }

    @Override
    public void begin() {
        synchronized (monitor) {
            users++;
            uses++;
        }
    }

    @Override
    public void end() {
        synchronized (monitor) {
            users--;
            lastUse = clock.instant();
            monitor.notifyAll(); // somebody may wait for the memory
        }
    }

    /**
     * Waits for the model.
     *
     * @throws TimeoutException when it is not there in time
     * @throws ExecutionException when it could not be loaded
     */
    EngineModel await(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        return model.get(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Gives the model to those who wait; false when {@link #refuse} came first: then it is the caller's to close. */
    boolean arrive(EngineModel arrived) {
        return model.complete(arrived);
    }

    /** Lets those who wait know that it does not come; false when it has come already. */
    boolean refuse(Throwable why) {
        return model.completeExceptionally(why);
    }

    /** The model, once it is there. */
    Optional<EngineModel> model() {
        return model.isDone() && !model.isCompletedExceptionally() ? Optional.of(model.join()) : Optional.empty();
    }

    /** Bytes that count against the limit: what it needs or was seen to take, if that is more; none once another has them. */
    long bytes() {
        return bytes;
    }

    /** What it was seen to take. */
    OptionalLong measured() {
        return measured;
    }

    void measured(OptionalLong taken) {
        measured = taken;
        bytes = Math.max(bytes, taken.orElse(0));
    }

    int users() {
        return users;
    }

    /** How often anybody began to use it. */
    int uses() {
        return uses;
    }

    Instant lastUse() {
        return lastUse;
    }

    /** Whether it is for new users as well. */
    boolean isCurrent() {
        return !outdated && !leaving;
    }

    boolean isOutdated() {
        return outdated;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** It is not for new users any more: it broke down, or something else is in its place in the store. */
    void outdate() {
        outdated = true;
    }

    /** Whether it can leave now: there, and nobody uses it. */
    boolean isIdle() {
        return !leaving && users == 0 && model().isPresent();
    }

    /** It is about to be closed; nobody can have it any more. */
    void leave() {
        leaving = true;
    }

    /** The memory that it still has is another's already, who waits until it is closed. */
    void leaveTo() {
        leave();
        bytes = 0;
    }
}
