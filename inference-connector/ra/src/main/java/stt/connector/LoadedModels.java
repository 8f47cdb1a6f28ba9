package stt.connector;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import stt.engine.EngineModel;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;

/**
 * The models in memory, each loaded once, whoever asks and however many ask at once; it owns them and closes them. What
 * nobody uses goes when its time is over or another needs its memory; what somebody uses stays. Thread-safe.
 */
final class LoadedModels {

    private static final System.Logger LOG = System.getLogger(LoadedModels.class.getName());
    private static final long MEGABYTE = 1_000_000;

    /**
     * What it works with.
     *
     * @param loader brings models into memory
     * @param slots their sessions
     * @param readiness is told what came of loads
     * @param held how much memory is taken now where a request runs; empty where that cannot be told
     */
    record Parts(ModelLoader loader, Slots slots, Readiness readiness, Function<SessionRequest, OptionalLong> held) {}

    private final Parts parts;
    private final ModelTable table;
    private final Executor background;
    private final Trial trial;

    LoadedModels(Parts parts, ModelLife life, Executor background, Clock clock) {
        this.parts = parts;
        this.table = new ModelTable(life, clock);
        this.background = background;
        this.trial = new Trial(parts.slots());
    }

    /**
     * The model, in memory until the lease is closed. Waits for room and for the load as long as {@code demand} says; loading
     * goes on when nobody waits any more.
     *
     * @throws ModelNotInstalled when there is nothing to load
     * @throws ModelUnavailable when it is not loaded in time, finds no room, or could not be loaded
     */
    Lease lease(SessionRequest request, Demand demand) {
        StoredModel stored = stored(request);
        long end = System.nanoTime() + demand.patience().toNanos();
        Load load = admit(request, stored, demand);
        try {
            return new Lease(load.await(Duration.ofNanos(end - System.nanoTime())), load);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            load.end();
            throw refusal(request, stored, e);
        }
    }

    /**
     * Has a model loaded, if there is room for it now, and waits for nothing.
     *
     * @throws ModelNotInstalled when there is nothing to load
     * @throws ModelUnavailable when it finds no room, or failed not long ago
     */
    void prepare(SessionRequest request) {
        admit(request, stored(request), Demand.UNASKED).end();
    }

    private StoredModel stored(SessionRequest request) {
        return parts.loader().find(request.model()).orElseThrow(() -> new ModelNotInstalled(request.model()));
    }

    private Load admit(SessionRequest request, StoredModel stored, Demand demand) {
        ModelTable.Admission admission = table.admit(request, stored, demand);
        if (admission.first()) {
            start(admission);
        }
        return admission.load();
    }

    private RuntimeException refusal(SessionRequest request, StoredModel stored, Exception why) {
        if (why.getCause() instanceof ModelNotInstalled missing) {
            return missing;
        }
        if (why instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String state = table.isStopped() ? "the server is stopping" : "it is still loading";
        return Optional.of(why)
                .filter(ExecutionException.class::isInstance)
                .flatMap(failed -> table.refusal(request, stored))
                .orElseGet(() -> new ModelUnavailable(request.model(), state, ModelTable.SOON));
    }

    private void start(ModelTable.Admission admission) {
        try {
            background.execute(() -> bring(admission));
        } catch (RuntimeException e) {
            admission.displaced().forEach(gone -> unload(gone, "its memory was wanted"));
            fail(admission.load(), e);
            table.taskEnded();
        }
    }

    private void bring(ModelTable.Admission admission) {
        Load load = admission.load();
        String id = load.request().model();
        try {
            admission.displaced().forEach(gone -> unload(gone, id + " needs its memory"));
            Measure measure = new Measure(table, load, parts.held());
            EngineModel model = loadAndTry(load.request());
            arrived(load, model, measure.of(model));
        } catch (RuntimeException | Error e) {
            fail(load, e);
        } finally {
            table.taskEnded();
        }
    }

    private EngineModel loadAndTry(SessionRequest request) {
        EngineModel model = parts.loader().load(request);
        try {
            trial.run(model);
            return model;
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    private void arrived(Load load, EngineModel model, OptionalLong bytes) {
        SessionRequest request = load.request();
        table.arrived(load, bytes);
        if (!load.arrive(model)) {
            model.close();
            return;
        }
        LOG.log(
                System.Logger.Level.INFO,
                "The model " + request.model() + " is ready (" + request.device() + taken(bytes) + ")");
        if (!request.diarizes()) {
            parts.readiness().succeeded(request.model());
        }
    }

    private static String taken(OptionalLong bytes) {
        return bytes.isPresent() ? ", " + bytes.getAsLong() / MEGABYTE + " MB" : "";
    }

    private void fail(Load load, Throwable why) {
        if (why instanceof ModelNotInstalled || table.isStopped()) {
            table.remove(load);
        } else {
            tell(load.request(), table.failed(load, Reason.of(why)), why);
        }
        load.refuse(why);
    }

    private void tell(SessionRequest request, Failures.Failure failure, Throwable why) {
        LOG.log(
                System.Logger.Level.ERROR,
                "The model " + request.model() + " does not work; the next try is at " + failure.nextTry(),
                why);
        if (!request.diarizes()) {
            parts.readiness()
                    .failed(request.model(), "The model " + request.model() + " does not work: " + failure.reason());
        }
    }

    /** A model that is in memory has stopped working: it goes when nobody uses it any more, and is loaded anew later. */
    void condemn(SessionRequest request, Throwable why) {
        table.condemn(request, Reason.of(why)).ifPresent(failure -> tell(request, failure, why));
    }

    /**
     * Unloads models that nobody uses and that have had their time, are beyond the limit, or are not what is installed now,
     * and forgets the failures of such. Blocks while it does.
     *
     * @param kept tells ids of models that stay however long nobody uses them
     */
    void lookAfter(Predicate<String> kept) {
        for (Load load : table.loads()) {
            SessionRequest request = load.request();
            if (table.outdate(request, parts.loader().find(request.model()))) {
                parts.readiness().forget(request.model());
            }
        }
        for (SessionRequest failed : table.failed()) {
            if (table.forgetFailure(failed, parts.loader().find(failed.model()))) {
                parts.readiness().forget(failed.model());
            }
        }
        try {
            table.dismiss(kept).forEach(load -> unload(load, load.isOutdated() ? "it is outdated" : "nobody uses it"));
        } finally {
            table.taskEnded();
        }
    }

    /** Frees a model that nobody uses and nobody can have any more, with its idle sessions in the pool. */
    private void unload(Load load, String why) {
        String id = load.request().model();
        try {
            load.model().ifPresent(model -> {
                parts.slots().closeAll(model);
                model.close();
            });
            FreedMemory.giveBack();
            LOG.log(System.Logger.Level.INFO, "The model " + id + " has left the memory: " + why);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The model " + id + " could not be freed", e);
        } finally {
            table.remove(load);
        }
    }

    /** What is known of the models, which changes at any time. */
    ModelTable table() {
        return table;
    }

    /**
     * Frees every model; one that is still loading after {@code limit} is freed when it is there. All sessions must be
     * closed.
     *
     * @return whether nothing is left
     */
    boolean close(Duration limit) {
        table.stop();
        boolean quiet = table.awaitTasks(limit);
        for (Load load : table.loads()) {
            // Whoever completes a load second has the model to close: here the loader, else this loop.
            if (!load.refuse(new IllegalStateException("the server is stopping"))) {
                load.model().ifPresent(EngineModel::close);
            }
        }
        return quiet;
    }
}
