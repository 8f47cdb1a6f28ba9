package stt.connector;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import stt.inference.api.AudioSource;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.SpeakerTimeline;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** A session as the container's pool sees it. The container serializes what it does to one; handles come from one thread. */
final class SessionManagedConnection implements ManagedConnection {

    private final Inference inference;
    private final SessionRequest request;
    private final Slot slot;
    private final SessionTransaction transaction;
    private final Set<PooledHandle> handles = ConcurrentHashMap.newKeySet();
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable PrintWriter log;

    /** Opens the session; throws as {@link Inference#open}. */
    SessionManagedConnection(Inference inference, SessionRequest request) {
        this.inference = inference;
        this.request = request;
        this.slot = inference.open(request);
        this.transaction = new SessionTransaction(slot, Inference.CANCEL_LIMIT);
    }

    boolean serves(ConnectionRequestInfo info) {
        return request.equals(info) && isUsable();
    }

    boolean isUsable() {
        return slot.isUsable();
    }

    String model() {
        return request.model();
    }

    Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control) {
        try {
            Transcript transcript = slot.run(audio, options, control);
            inference.succeeded(request);
            return transcript;
        } catch (InferenceFailed e) {
            inference.failed(request);
            // The container destroys this connection within the call, and takes it out of its pool.
            fire(new ConnectionEvent(this, ConnectionEvent.CONNECTION_ERROR_OCCURRED, e));
            throw e;
        }
    }

    /** As {@link #transcribe}; says nothing of whether transcription works. */
    SpeakerTimeline diarize(AudioSource audio, DiarizationOptions options, RunControl control) {
        try {
            return slot.diarize(audio, options, control);
        } catch (InferenceFailed e) {
            fire(new ConnectionEvent(this, ConnectionEvent.CONNECTION_ERROR_OCCURRED, e));
            throw e;
        }
    }

    void closed(PooledHandle handle) {
        if (handles.remove(handle)) {
            ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
            event.setConnectionHandle(handle);
            fire(event);
        }
    }

    @Override
    public Object getConnection(@Nullable Subject subject, ConnectionRequestInfo info) {
        PooledHandle handle = request.diarizes() ? new PooledDiarizer(this) : new PooledTranscriber(this);
        handles.add(handle);
        slot.lend();
        return handle;
    }

    @Override
    public void associateConnection(Object connection) {
        PooledHandle handle = (PooledHandle) connection;
        handle.moveTo(this).ifPresent(former -> former.handles.remove(handle));
        handles.add(handle);
    }

    /**
     * Invalidates every handle. A run that is still under way goes on: the container cleans up a connection in use only when
     * it takes the pool down, and what ends such a run is its deadline, its caller or the adapter's stop.
     */
    @Override
    public void cleanup() {
        handles.forEach(PooledHandle::invalidate);
        handles.clear();
        slot.giveBack();
    }

    /** Frees the session, at the end of its run when one is under way. */
    @Override
    public void destroy() {
        cleanup();
        slot.close();
    }

    @Override
    public XAResource getXAResource() {
        return transaction;
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("sessions take part in XA transactions only");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new SessionMetaData(request.model());
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter log) {
        this.log = log;
    }

    private void fire(ConnectionEvent event) {
        for (ConnectionEventListener listener : listeners) {
            if (event.getId() == ConnectionEvent.CONNECTION_CLOSED) {
                listener.connectionClosed(event);
            } else {
                listener.connectionErrorOccurred(event);
            }
        }
    }
}
