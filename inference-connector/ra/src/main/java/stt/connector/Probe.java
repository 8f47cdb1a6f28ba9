package stt.connector;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;

/**
 * Has models loaded that nobody waits for, and tries those out that are in memory and have failed. Whatever does not work is
 * tried again until it does. Thread-safe.
 */
final class Probe {

    private static final System.Logger LOG = System.getLogger(Probe.class.getName());

    private final LoadedModels models;
    private final Slots slots;
    private final Readiness readiness;
    private final Executor background;
    private final Set<SessionRequest> underWay = ConcurrentHashMap.newKeySet();
    private final Set<SessionRequest> missing = ConcurrentHashMap.newKeySet();

    Probe(LoadedModels models, Slots slots, Readiness readiness, Executor background) {
        this.models = models;
        this.slots = slots;
        this.readiness = readiness;
        this.background = background;
    }

    /** Has a model loaded, or tried out if it is there, in the background. */
    void start(SessionRequest request) {
        if (!models.table().isLoaded(request)) {
            load(request);
        } else if (underWay.add(request)) {
            try {
                background.execute(() -> tryOut(request));
            } catch (RejectedExecutionException e) {
                underWay.remove(request);
                LOG.log(System.Logger.Level.WARNING, "The model " + request.model() + " is not tried out", e);
            }
        }
    }

    /** Has loaded again what is due, and what could not be found before. */
    void again() {
        models.table().due().forEach(this::start);
        missing.forEach(this::start);
    }

    /** What comes of the load is told where it happens. */
    private void load(SessionRequest request) {
        try {
            models.prepare(request);
            missing.remove(request);
        } catch (ModelNotInstalled e) {
            missing.add(request);
            if (readiness.failed(request.model(), String.valueOf(e.getMessage()))) {
                LOG.log(System.Logger.Level.WARNING, e.getMessage());
            }
        } catch (ModelUnavailable e) {
            if (!models.table().isStopped() && !models.table().hasFailed(request.model())) {
                readiness.forget(request.model()); // there is no room for it
                LOG.log(System.Logger.Level.WARNING, e.getMessage());
            }
        }
    }

    private void tryOut(SessionRequest request) {
        try (Lease lease = models.lease(request, Demand.UNASKED)) {
            new Trial(slots).run(lease.model());
            readiness.succeeded(request.model());
        } catch (InferenceFailed | InferenceCancelled e) {
            if (!slots.isStopping()) {
                models.condemn(request, e);
            }
        } catch (ModelNotInstalled | ModelUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "The model has left the memory meanwhile", e);
        } finally {
            underWay.remove(request);
        }
    }
}
