package stt.connector;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import stt.engine.EngineModel;
import stt.inference.api.InferenceStatus;
import stt.inference.api.InferenceStatus.Gpu;
import stt.inference.api.ModelInfo;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;
import stt.models.ModelStore;

/** What lives between the adapter's start and its stop: models, sessions, deadlines and what is known of them. Thread-safe. */
final class Inference {

    private static final System.Logger LOG = System.getLogger(Inference.class.getName());

    /** The driver answers in well under a second once it is loaded, and needs a few when it is not. */
    private static final Duration DRIVER_LIMIT = Duration.ofSeconds(10);

    /** A cancelled run gives way within tens of milliseconds; it may be reading audio from a slow decoder as well. */
    static final Duration CANCEL_LIMIT = Duration.ofSeconds(5);

    private final InferenceSettings settings;
    private final ModelStore store;
    private final ModelList list;
    private final Executor background;
    private final Deadlines deadlines = new Deadlines();
    private final Slots slots = new Slots(deadlines);
    private final Readiness readiness = new Readiness();
    private final LoadedModels models;
    private final Probe probe;
    private final AtomicBoolean draining = new AtomicBoolean();
    private volatile Optional<Gpu> gpu = Optional.empty();

    Inference(InferenceSettings settings, ModelStore store, ModelLoader loader, Executor background) {
        this.settings = settings;
        this.store = store;
        this.list = new ModelList(store);
        this.background = background;
        this.models = new LoadedModels(loader, background, Clock.systemUTC());
        this.probe = new Probe(models, slots, readiness, background, deadlines);
    }

    /** Asks the driver, and loads and tries the models to preload, all in the background. */
    void start() {
        background.execute(() -> gpu = Gpus.first(DRIVER_LIMIT));
        for (String model : settings.preload()) {
            readiness.expect(model);
            probe.start(request(model));
        }
    }

    SessionRequest request(String model) {
        return new SessionRequest(model, settings.engine());
    }

    /** For a session that tells speakers apart. */
    SessionRequest diarizing() {
        return new SessionRequest(SessionRequest.DIARIZATION, settings.diarization());
    }

    InferenceSettings settings() {
        return settings;
    }

    /**
     * Has a model in memory, waiting for it if it must.
     *
     * @throws ModelNotInstalled when the store has no such model
     * @throws ModelUnavailable when it is not loaded in time, or could not be loaded
     */
    EngineModel load(SessionRequest request) {
        if (!request.diarizes() && store.find(request.model()).isEmpty()) {
            throw new ModelNotInstalled(request.model());
        }
        return models.get(request, settings.loadWait());
    }

    /** A new session; the caller closes it. Throws as {@link #load} and {@link Slots#open}. */
    Slot open(SessionRequest request) {
        return slots.open(load(request));
    }

    /** A caller's run went well. */
    void succeeded(SessionRequest request) {
        readiness.succeeded(request.model());
    }

    /** The engine failed in a caller's run: the model counts as broken until a run of it goes well again. */
    void failed(SessionRequest request) {
        readiness.failed(request.model(), "The last run of the model " + request.model() + " failed");
        probe.start(request);
    }

    List<ModelInfo> models() {
        return list.models(models.weights().keySet());
    }

    InferenceStatus status() {
        Map<String, Long> weights = models.weights();
        Readiness.State state = slots.isStopping()
                ? Readiness.State.of(InferenceStatus.Readiness.UNAVAILABLE, "The server is stopping")
                : readiness.state(!weights.isEmpty() || list.anyInstalled());
        return new InferenceStatus(
                state.readiness(), state.detail(), gpu, weights, slots.live(), slots.running(), slots.decodedSteps());
    }

    /** As {@link stt.inference.api.InferenceConnectionFactory#drain}. */
    void drain() {
        if (draining.getAndSet(true)) {
            return;
        }
        models.stop();
        if (!slots.drain(settings.stopGrace(), CANCEL_LIMIT)) {
            LOG.log(System.Logger.Level.WARNING, "Stopping although sessions are still in use");
        }
    }

    /**
     * Drains, and frees everything native.
     *
     * @return whether nothing native is left; if not, it is still in use and must stay in memory
     */
    boolean stop() {
        drain();
        // Freeing memory that native code still reads would take the whole process down.
        boolean freed = slots.close(CANCEL_LIMIT) && models.close(CANCEL_LIMIT);
        deadlines.close();
        if (!freed) {
            LOG.log(System.Logger.Level.ERROR, "Native code does not give way; what it uses stays in memory");
        }
        return freed;
    }
}
