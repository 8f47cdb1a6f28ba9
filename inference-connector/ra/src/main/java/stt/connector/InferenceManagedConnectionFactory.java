package stt.connector;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import stt.inference.api.InferenceConnectionFactory;
import stt.inference.api.ModelAdministration;
import stt.inference.api.Transcriber;

/** Opens sessions for the container's pool, and tells it which of its sessions serve which request. Thread-safe. */
@ConnectionDefinition(
        connectionFactory = InferenceConnectionFactory.class,
        connectionFactoryImpl = PooledSessions.class,
        connection = Transcriber.class,
        connectionImpl = PooledTranscriber.class)
public final class InferenceManagedConnectionFactory
        implements ManagedConnectionFactory, ResourceAdapterAssociation, ValidatingManagedConnectionFactory {

    private transient @Nullable InferenceResourceAdapter adapter;
    private transient @Nullable PrintWriter log;

    @Override
    public Object createConnectionFactory(ConnectionManager manager) {
        return new PooledSessions(this, manager);
    }

    /** Refused: without a container nothing pools sessions or ends transactions. The engine is usable alone instead. */
    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("sessions are pooled by a container; use the engine directly without one");
    }

    /** Opens a session. The model is in memory already, and stays, when the request came through {@link PooledSessions}. */
    @Override
    public ManagedConnection createManagedConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info)
            throws ResourceException {
        if (!(info instanceof SessionRequest request)) {
            // A container does this to look for transactions to recover, of which there are none.
            throw new ResourceAllocationException("a session is opened for a model, and none is named");
        }
        try {
            return new SessionManagedConnection(inference(), request);
        } catch (RuntimeException e) {
            throw new ResourceAllocationException(e.getMessage(), e);
        }
    }

    /** A session that was opened for an equal request and still works; null when there is none, as the specification wants. */
    @Override
    @SuppressWarnings("rawtypes") // The specification's signature.
    public @Nullable ManagedConnection matchManagedConnections(
            Set candidates, @Nullable Subject subject, ConnectionRequestInfo info) {
        for (Object candidate : candidates) {
            if (candidate instanceof SessionManagedConnection session && session.serves(info)) {
                return session;
            }
        }
        return null;
    }

    /** The sessions that must not be used again. */
    @Override
    @SuppressWarnings("rawtypes") // The specification's signature.
    public Set getInvalidConnections(Set candidates) {
        return ((Set<?>) candidates)
                .stream()
                        .filter(candidate ->
                                candidate instanceof SessionManagedConnection session && !session.isUsable())
                        .collect(Collectors.toSet());
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = (InferenceResourceAdapter) adapter;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter log) {
        this.log = log;
    }

    /** @throws IllegalStateException when the adapter is not started */
    Inference inference() {
        if (adapter == null) {
            throw new IllegalStateException("no resource adapter is associated");
        }
        return adapter.inference();
    }

    ModelAdministration administration() {
        if (adapter == null) {
            throw new IllegalStateException("no resource adapter is associated");
        }
        return adapter.administration();
    }

    // Required by the specification, and the container's pool relies on it.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InferenceManagedConnectionFactory factory && Objects.equals(factory.adapter, adapter);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(adapter);
    }
}
