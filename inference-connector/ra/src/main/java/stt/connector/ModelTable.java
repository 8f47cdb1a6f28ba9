package stt.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import stt.inference.api.ModelState;
import stt.inference.api.ModelUnavailable;

/**
 * Which models are in memory, on their way or out of it, and which failed: decides, and moves nothing itself. Thread-safe;
 * its monitor guards its loads, too, and is notified of every change.
 */
final class ModelTable {

    /** When a caller should come back who found a model between two states. */
    static final Duration SOON = Duration.ofSeconds(5);

    /**
     * That a caller has a place as a user of a load.
     *
     * @param load the caller's
     * @param first whether it is new, so that this caller has to have it begin
     * @param displaced what has to leave the memory before
     */
    record Admission(Load load, boolean first, List<Load> displaced) {}

    private final ModelLife life;
    private final Clock clock;
    private final List<Load> loads = new ArrayList<>();
    private final Failures failures;
    private int tasks;
    private boolean stopped;

    ModelTable(ModelLife life, Clock clock) {
        this.life = life;
        this.clock = clock;
        this.failures = new Failures(life.retries(), clock);
    }

    /**
     * Makes a caller a user of a model: of the one that is there, or of a new load, for which there is room. Waits for room
     * as long as {@code demand} says. A new load counts as a task until {@link #taskEnded}.
     *
     * @throws ModelUnavailable when there is no room in time, the model failed not long ago, or the table is stopped
     */
    Admission admit(SessionRequest request, StoredModel stored, Demand demand) {
        List<Admission> admitted = new ArrayList<>();
        if (Monitor.await(this, demand.patience(), () -> {
            admitNow(request, stored, demand).ifPresent(admitted::add);
            return !admitted.isEmpty();
        })) {
            return admitted.get(0);
        }
        synchronized (this) {
            throw life.memory().refusal(loads, request, stored.memoryBytes());
        }
    }

    private Optional<Admission> admitNow(SessionRequest request, StoredModel stored, Demand demand) {
        if (stopped) {
            throw new ModelUnavailable(request.model(), "the server is stopping", SOON);
        }
        outdate(request, Optional.of(stored));
        Optional<Load> there = current(request);
        if (there.isPresent()) {
            there.get().begin();
            return Optional.of(new Admission(there.get(), false, List.of()));
        }
        failures.of(request, stored)
                .filter(failure -> !failure.isDue(clock.instant()))
                .ifPresent(failure -> {
                    throw refusal(request, failure);
                });
        Optional<List<Load>> room = life.memory().room(loads, request, stored.memoryBytes());
        if (room.isPresent() && (demand.displacing() || room.get().isEmpty())) {
            return Optional.of(begin(request, stored, room.get()));
        }
        if (!demand.displacing() || stored.memoryBytes() > life.memory().of(request)) {
            throw life.memory().refusal(loads, request, stored.memoryBytes());
        }
        return Optional.empty();
    }

    private Admission begin(SessionRequest request, StoredModel stored, List<Load> displaced) {
        displaced.forEach(Load::leaveTo);
        Load load = new Load(this, clock, request, stored);
        load.begin();
        loads.add(load);
        tasks++;
        return new Admission(load, true, displaced);
    }

    /** The model is in memory, and was seen to take so much of it. */
    synchronized void arrived(Load load, OptionalLong bytes) {
        load.measured(bytes);
        failures.forget(load.request());
    }

    /** The model has left the memory, or is not there to be loaded. */
    synchronized void remove(Load load) {
        loads.remove(load);
        notifyAll();
    }

    /** The load is over, and callers are refused until the next try. */
    synchronized Failures.Failure failed(Load load, String reason) {
        remove(load);
        return failures.add(load.request(), load.stored(), reason);
    }

    /** The model that is in memory for a request leaves it with its last user, and callers are refused until the next try. */
    synchronized Optional<Failures.Failure> condemn(SessionRequest request, String reason) {
        return current(request).map(load -> {
            load.outdate();
            return failures.add(request, load.stored(), reason);
        });
    }

    /** The model in memory is for no new callers, unless it is just what is installed now; false when it is. */
    synchronized boolean outdate(SessionRequest request, Optional<StoredModel> installed) {
        Optional<Load> old = current(request).filter(load -> !installed.equals(Optional.of(load.stored())));
        old.ifPresent(Load::outdate);
        return old.isPresent();
    }

    /** Forgets the failure of what is not installed any more; false when there was none. */
    synchronized boolean forgetFailure(SessionRequest request, Optional<StoredModel> installed) {
        boolean stands =
                installed.flatMap(stored -> failures.of(request, stored)).isPresent();
        if (!stands) {
            failures.forget(request);
        }
        return !stands;
    }

    /** What the last load came to, if it failed. */
    synchronized Optional<ModelUnavailable> refusal(SessionRequest request, StoredModel stored) {
        return failures.of(request, stored).map(failure -> refusal(request, failure));
    }

    private ModelUnavailable refusal(SessionRequest request, Failures.Failure failure) {
        return new ModelUnavailable(
                request.model(), "loading it failed: " + failure.reason(), failure.retryAfter(clock.instant()));
    }

    /** Takes out, as one task, the models whose time is over. {@code kept} tells ids of those that may stay unused. */
    synchronized List<Load> dismiss(Predicate<String> kept) {
        if (stopped) {
            tasks++;
            return List.of();
        }
        Instant longest = clock.instant().minus(life.idle());
        List<Load> going = new ArrayList<>(loads.stream()
                .filter(Load::isIdle)
                .filter(load -> load.isOutdated() || isOver(load, longest, kept))
                .toList());
        if (going.isEmpty()) {
            // What was measured can be more than what was expected.
            loads.stream()
                    .map(load -> life.memory().excess(loads, load.request(), 0))
                    .forEach(going::addAll);
        }
        going.forEach(Load::leave);
        tasks++;
        return going.stream().distinct().toList();
    }

    private boolean isOver(Load load, Instant longest, Predicate<String> kept) {
        return !life.idle().isZero()
                && !load.lastUse().isAfter(longest)
                && !kept.test(load.request().model());
    }

    /** A new load, or what {@link #dismiss} gave out, is done with. */
    synchronized void taskEnded() {
        tasks--;
        notifyAll();
    }

    /** Whether nothing but this load is going on, and how often models were used so far: all that memory can have gone to. */
    synchronized Optional<Integer> quiet(Load alone) {
        boolean others = tasks > 1 || others(alone).anyMatch(load -> load.users() > 0);
        return others
                ? Optional.empty()
                : Optional.of(others(alone).mapToInt(Load::uses).sum());
    }

    private Stream<Load> others(Load alone) {
        return loads.stream().filter(load -> !load.equals(alone));
    }

    private Optional<Load> current(SessionRequest request) {
        return loads.stream()
                .filter(load -> load.isCurrent() && load.request().equals(request))
                .findFirst();
    }

    synchronized boolean isLoaded(SessionRequest request) {
        return current(request).flatMap(Load::model).isPresent();
    }

    synchronized SessionRequest leastBusy(List<SessionRequest> choices, long need) {
        return new Spreading(loads, life.memory()).choose(choices, need);
    }

    synchronized Map<String, ModelState> states() {
        return ModelStates.of(loads, failures);
    }

    synchronized long held(String device) {
        return MemoryLimit.held(loads, device);
    }

    /** Whether its last load failed. */
    synchronized boolean hasFailed(String model) {
        return failures.of(model).isPresent();
    }

    /** Loads that failed and may be tried again. */
    synchronized List<SessionRequest> due() {
        return failures.due();
    }

    /** Loads that failed. */
    synchronized List<SessionRequest> failed() {
        return failures.all();
    }

    /** Every load but those that somebody is taking out of memory. */
    synchronized List<Load> loads() {
        return loads.stream().filter(load -> !load.isLeaving()).toList();
    }

    /** Admits nobody any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Waits until no model is on its way in or out; false when the time is over first. */
    boolean awaitTasks(Duration limit) {
        return Monitor.await(this, limit, () -> tasks == 0);
    }
}
