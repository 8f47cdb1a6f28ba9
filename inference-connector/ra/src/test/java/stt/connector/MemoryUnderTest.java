package stt.connector;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import stt.engine.EngineOptions;
import stt.inference.api.ModelState;

/** Models in memory with a clock that is set, a memory that is said, and fakes to load. */
final class MemoryUnderTest {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Backoff RETRIES = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(2));
    static final Demand NOW = Demand.ofCaller(Duration.ZERO);
    static final Demand WHENEVER = Demand.ofCaller(Runs.LONG);

    final FakeModel base = new FakeModel("base");
    final FakeModel small = new FakeModel("small");
    final FakeModel large = new FakeModel("large");
    final FakeLoader loader = new FakeLoader(base, small, large);
    final SettableClock clock = new SettableClock();
    final Slots slots = new Slots(new Deadlines());
    final Readiness readiness = new Readiness();

    /** What the process holds, as far as it is told. */
    final AtomicLong held = new AtomicLong();

    final LoadedModels models;

    /** With room for so many models of {@link FakeLoader#BYTES}. */
    MemoryUnderTest(int room, Executor background) {
        models = new LoadedModels(
                new LoadedModels.Parts(loader, slots, readiness, request -> OptionalLong.of(held.get())),
                new ModelLife(new MemoryLimit(room * FakeLoader.BYTES), IDLE, RETRIES, Runs.LONG),
                background,
                clock);
        for (FakeModel model : List.of(base, small, large)) {
            model.onOpen(
                    () -> held.addAndGet(loader.find(model.id()).orElseThrow().memoryBytes()));
        }
    }

    MemoryUnderTest(int room) {
        this(room, Runnable::run);
    }

    static SessionRequest request(String model) {
        return new SessionRequest(model, EngineOptions.cpu(1));
    }

    Lease lease(String model) {
        return models.lease(request(model), NOW);
    }

    /** Loads a model, a minute after whatever happened before, and leaves it alone. */
    void use(String model) {
        clock.advance(Duration.ofMinutes(1));
        lease(model).close();
    }

    void lookAfter(String... kept) {
        models.lookAfter(Predicate.isEqual(kept.length == 0 ? "" : kept[0]));
    }

    ModelState state(String model) {
        return models.table().states().getOrDefault(model, ModelState.UNLOADED);
    }
}
