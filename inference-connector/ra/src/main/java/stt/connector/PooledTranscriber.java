package stt.connector;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import stt.inference.api.AudioSource;
import stt.inference.api.RunControl;
import stt.inference.api.Transcriber;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** A caller's hold on a pooled session, for as long as the container leaves it. */
final class PooledTranscriber implements Transcriber {

    private final AtomicReference<@Nullable SessionManagedConnection> session;

    PooledTranscriber(SessionManagedConnection session) {
        this.session = new AtomicReference<>(session);
    }

    @Override
    public String model() {
        return session().model();
    }

    @Override
    public Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control) {
        return session().transcribe(audio, options, control);
    }

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

    private SessionManagedConnection session() {
        SessionManagedConnection held = session.get();
        if (held == null) {
            throw new IllegalStateException("this transcriber is closed");
        }
        return held;
    }
}
