package stt.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import stt.engine.EngineModel;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;

/**
 * The models in memory, each loaded once, whoever asks and however many ask at once; it owns them and closes them. A load
 * that failed is remembered for a while, so that a broken model does not cost every caller another attempt. Thread-safe.
 */
final class LoadedModels {

    private static final System.Logger LOG = System.getLogger(LoadedModels.class.getName());

    /** How long a failed load is answered from memory. */
    static final Duration FAILURE_KEPT = Duration.ofSeconds(30);

    /** When a caller who found the model still loading should come back. */
    static final Duration STILL_LOADING = Duration.ofSeconds(5);

    private final ModelLoader loader;
    private final Executor background;
    private final Clock clock;
    private final Map<SessionRequest, Load> loads = new HashMap<>();
    private int loading;
    private boolean stopped;

    LoadedModels(ModelLoader loader, Executor background, Clock clock) {
        this.loader = loader;
        this.background = background;
        this.clock = clock;
    }

    /**
     * The model, loaded. Waits for that up to {@code patience}; loading goes on when nobody waits any more.
     *
     * @throws ModelNotInstalled when the loader found nothing to load
     * @throws ModelUnavailable when it is not loaded in time, or could not be loaded
     */
    EngineModel get(SessionRequest request, Duration patience) {
        Load load = find(request);
        try {
            return load.model.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ModelUnavailable(request.model(), "it is still loading", STILL_LOADING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailable(request.model(), "the wait for it was interrupted", STILL_LOADING);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ModelNotInstalled missing) {
                throw missing;
            }
            throw new ModelUnavailable(request.model(), "loading it failed", load.retryAfter(clock.instant()));
        }
    }

    /** Ids and bytes of weights of the models in memory. */
    Map<String, Long> weights() {
        Map<String, Long> weights = new HashMap<>();
        for (Load load : snapshot()) {
            load.loaded().forEach(model -> weights.merge(model.id(), model.weightBytes(), Long::sum));
        }
        return weights;
    }

    /** Loads nothing any more. */
    synchronized void stop() {
        stopped = true;
    }

    /**
     * Frees every model; one that is still loading after {@code limit} is freed when it is there. All sessions must be
     * closed.
     *
     * @return whether nothing is left
     */
    boolean close(Duration limit) {
        stop();
        boolean quiet = Monitor.await(this, limit, () -> loading == 0);
        for (Load load : snapshot()) {
            // Whoever completes a load second has the model to close: here the loader, else this loop.
            if (!load.model.completeExceptionally(new IllegalStateException("the server is stopping"))) {
                load.loaded().forEach(EngineModel::close);
            }
        }
        return quiet;
    }

    private synchronized List<Load> snapshot() {
        return List.copyOf(loads.values());
    }

    private Load find(SessionRequest request) {
        Load fresh = new Load();
        synchronized (this) {
            if (stopped) {
                throw new ModelUnavailable(request.model(), "the server is stopping", STILL_LOADING);
            }
            Load known = loads.get(request);
            if (known != null && !known.isForgotten(clock.instant())) {
                return known;
            }
            loads.put(request, fresh);
            loading++;
        }
        start(fresh, request);
        return fresh;
    }

    private void start(Load load, SessionRequest request) {
        try {
            background.execute(() -> load(load, request));
        } catch (RuntimeException e) {
            fail(load, request, e);
            loadEnded();
        }
    }

    private void load(Load load, SessionRequest request) {
        try {
            EngineModel model = loader.load(request);
            if (!load.model.complete(model)) {
                model.close();
            }
        } catch (RuntimeException | Error e) {
            fail(load, request, e);
        } finally {
            loadEnded();
        }
    }

    private synchronized void loadEnded() {
        loading--;
        notifyAll();
    }

    private void fail(Load load, SessionRequest request, Throwable why) {
        if (why instanceof ModelNotInstalled) {
            // Installing it must help at once.
            load.retryAt = Instant.MIN;
        } else {
            LOG.log(System.Logger.Level.ERROR, "Loading the model " + request.model() + " failed", why);
            load.retryAt = clock.instant().plus(FAILURE_KEPT);
        }
        load.model.completeExceptionally(why);
    }

    /** One attempt. */
    private static final class Load {
        final CompletableFuture<EngineModel> model = new CompletableFuture<>();
        // Written before model completes exceptionally, read after: the future orders the two.
        Instant retryAt = Instant.MAX;

        boolean isForgotten(Instant now) {
            return model.isCompletedExceptionally() && !now.isBefore(retryAt);
        }

        Duration retryAfter(Instant now) {
            Duration left = Duration.between(now, retryAt);
            return left.toSeconds() < 1 ? Duration.ofSeconds(1) : left;
        }

        List<EngineModel> loaded() {
            return model.isDone() && !model.isCompletedExceptionally() ? List.of(model.join()) : List.of();
        }
    }
}
