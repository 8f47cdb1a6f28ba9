package stt.connector;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import stt.connector.devices.Devices;
import stt.engine.CudaDevice;
import stt.engine.EngineOptions;
import stt.inference.api.InferenceStatus;
import stt.inference.api.InferenceStatus.Device;
import stt.inference.api.InferenceStatus.Gpu;
import stt.inference.api.ModelInfo;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelState;
import stt.inference.api.ModelUnavailable;

/** What lives between the adapter's start and its stop: models, sessions, deadlines and what is known of them. Thread-safe. */
final class Inference {

    private static final System.Logger LOG = System.getLogger(Inference.class.getName());

    /** A cancelled run gives way within tens of milliseconds; it may be reading audio from a slow decoder as well. */
    static final Duration CANCEL_LIMIT = Duration.ofSeconds(5);

    private final InferenceSettings settings;
    private final ModelSource source;
    private final Devices devices;
    private final Executor background;
    private final Deadlines deadlines = new Deadlines();
    private final Slots slots = new Slots(deadlines);
    private final Readiness readiness = new Readiness();
    private final LoadedModels models;
    private final Probe probe;
    private final AtomicBoolean draining = new AtomicBoolean();

    Inference(InferenceSettings settings, ModelSource source, Devices devices, Executor background) {
        this.settings = settings;
        this.source = source;
        this.devices = devices;
        this.background = background;
        HeldMemory held = new HeldMemory(devices);
        this.models = new LoadedModels(
                new LoadedModels.Parts(source.loader(), slots, readiness, held::on),
                settings.life(),
                background,
                Clock.systemUTC());
        this.probe = new Probe(models, slots, readiness, background);
    }

    /** Finds out what models run on, and loads and tries the models to preload, all in the background. */
    void start() {
        devices.find(background);
        settings.preload().forEach(readiness::expect);
        background.execute(() -> settings.preload().forEach(model -> probe.start(request(model, Demand.UNASKED))));
        deadlines.every(settings.life().checkEvery(), new Rounds(background, this::lookAfter));
    }

    /** Unloads what has had its time, tries again what failed, and asks how busy the GPUs are. */
    void lookAfter() {
        if (!draining.get()) {
            devices.refresh();
            models.lookAfter(settings.preload()::contains);
            probe.again();
        }
    }

    /**
     * What a session for a model is asked for now: where several devices would do, the one with the least to do.
     *
     * @throws ModelUnavailable while it is not known what models run on
     */
    SessionRequest request(String model) {
        return request(model, Demand.ofCaller(settings.loadWait()));
    }

    private SessionRequest request(String model, Demand demand) {
        Optional<StoredModel> stored = source.loader().find(model);
        List<EngineOptions> options = devices.options(
                        stored.map(StoredModel::forGpu).orElse(false), demand.patience())
                .orElseThrow(() ->
                        new ModelUnavailable(model, "it is still being found out what it can run on", ModelTable.SOON));
        return models.table()
                .leastBusy(
                        options.stream()
                                .map(option -> new SessionRequest(model, option))
                                .toList(),
                        stored.map(StoredModel::memoryBytes).orElse(0L));
    }

    /** For a session that tells speakers apart. */
    SessionRequest diarizing() {
        return new SessionRequest(SessionRequest.DIARIZATION, settings.diarization());
    }

    InferenceSettings settings() {
        return settings;
    }

    /**
     * Has a model in memory, waiting for it if it must, and keeps it there until the lease is closed.
     *
     * @throws ModelNotInstalled when the store has no such model
     * @throws ModelUnavailable when it is not loaded in time, finds no room, or could not be loaded
     */
    Lease lease(SessionRequest request) {
        return models.lease(request, Demand.ofCaller(settings.loadWait()));
    }

    /** A new session; the caller closes it. Throws as {@link #lease} and {@link Slots#open}. */
    Slot open(SessionRequest request) {
        try (Lease lease = lease(request)) {
            return slots.open(lease.model(), lease.usage());
        }
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
        return source.list().models(models.table().states());
    }

    InferenceStatus status() {
        Map<String, ModelState> states = models.table().states();
        boolean any = states.values().stream().anyMatch(state -> state.phase() == ModelState.Phase.LOADED);
        Readiness.State state = slots.isStopping()
                ? Readiness.State.of(InferenceStatus.Readiness.UNAVAILABLE, "The server is stopping")
                : readiness.state(any || source.list().anyInstalled());
        return new InferenceStatus(
                state.readiness(), state.detail(), told(), states, slots.live(), slots.running(), slots.decodedSteps());
    }

    private List<Device> told() {
        List<Device> told = new ArrayList<>();
        String cpu = EngineOptions.cpu(1).device();
        told.add(new Device(
                cpu, models.table().held(cpu), settings.life().memory().machine(), Optional.empty()));
        for (Gpu gpu : devices.gpus()) {
            Optional<CudaDevice> used = devices.used().stream()
                    .filter(device -> device.ordinal() == gpu.number())
                    .findFirst();
            String id = "cuda:" + gpu.number();
            long limit = used.map(CudaDevice::memoryLimit).orElse(0L);
            told.add(new Device(id, models.table().held(id), limit, Optional.of(gpu)));
        }
        return told;
    }

    /** As {@link stt.inference.api.InferenceConnectionFactory#drain}. */
    void drain() {
        if (draining.getAndSet(true)) {
            return;
        }
        models.table().stop();
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
