package stt.connector;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A caller's hold on a pooled session, for as long as the container leaves it. */
abstract class PooledHandle implements AutoCloseable {

    private final AtomicReference<@Nullable SessionManagedConnection> session;

    PooledHandle(SessionManagedConnection session) {
        this.session = new AtomicReference<>(session);
    }

    /** Gives the session back; later calls of this change nothing. */
    @Override
    public void close() {
        SessionManagedConnection held = session.getAndSet(null);
        if (held != null) {
            held.closed(this);
        }
    }

    /** Makes every later call fail; the container has taken the session back. */
    void invalidate() {
        session.set(null);
    }

    /** Points this handle to another session, and gives back the one it had. */
    Optional<SessionManagedConnection> moveTo(SessionManagedConnection other) {
        return Optional.ofNullable(session.getAndSet(other));
    }

    /** @throws IllegalStateException when closed */
    SessionManagedConnection session() {
        SessionManagedConnection held = session.get();
        if (held == null) {
            throw new IllegalStateException("this session is closed");
        }
        return held;
    }
}
