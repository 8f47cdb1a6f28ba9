package stt.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ResourceAllocationException;
import java.time.Duration;
import java.util.List;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;
import stt.inference.api.Diarizer;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceConnectionFactory;
import stt.inference.api.InferenceFailed;
import stt.inference.api.InferenceStatus;
import stt.inference.api.ModelAdministration;
import stt.inference.api.ModelBusy;
import stt.inference.api.ModelInfo;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;
import stt.inference.api.Transcriber;

/** The application's way to the pool. */
public final class PooledSessions implements InferenceConnectionFactory {

    /** HTTP tells callers whole seconds. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final InferenceManagedConnectionFactory factory;
    private final ConnectionManager manager;
    private @Nullable Reference reference;

    PooledSessions(InferenceManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public Transcriber transcriber(String model) {
        return (Transcriber) session(factory.inference().request(model));
    }

    @Override
    public Diarizer diarizer() {
        return (Diarizer) session(factory.inference().diarizing());
    }

    private Object session(SessionRequest request) {
        Inference inference = factory.inference();
        // Before the pool is asked: a model that takes long to load must not take up the pool's places meanwhile. It
        // stays
        // until the session is lent, which keeps it from then on.
        Lease lease = inference.lease(request);
        try {
            return manager.allocateConnection(factory, request);
        } catch (ResourceException e) {
            throw refusal(request.model(), e, inference.settings());
        } finally {
            lease.close();
        }
    }

    @Override
    public List<ModelInfo> models() {
        return factory.inference().models();
    }

    @Override
    public InferenceStatus status() {
        return factory.inference().status();
    }

    @Override
    public ModelAdministration administration() {
        return factory.administration();
    }

    @Override
    public void drain() {
        factory.inference().drain();
    }

    @Override
    public @Nullable Reference getReference() {
        return reference;
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    /**
     * What a caller can decide on. The adapter's own exceptions are in the chain of causes when opening a session failed. A
     * wait that ran out has no cause but the container's own report of it, whose text is not for programs.
     */
    private static RuntimeException refusal(String model, ResourceException e, InferenceSettings settings) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
            if (isOurs(root)) {
                return (RuntimeException) root;
            }
        }
        boolean waitRanOut = e instanceof ResourceAllocationException
                && (e.getCause() == null || e.getCause().equals(root))
                && !(root instanceof InterruptedException);
        Duration later = settings.poolWait().compareTo(SOON) < 0 ? SOON : settings.poolWait();
        return waitRanOut
                ? new ModelBusy(model, later)
                : new ModelUnavailable(model, "the container gave no session", later);
    }

    private static boolean isOurs(Throwable e) {
        return e instanceof ModelNotInstalled
                || e instanceof ModelUnavailable
                || e instanceof InferenceCancelled
                || e instanceof InferenceFailed;
    }
}
