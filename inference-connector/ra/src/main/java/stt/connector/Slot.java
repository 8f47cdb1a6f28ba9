package stt.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import stt.engine.SpeechSession;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/**
 * One native session, one run at a time. Any thread may cancel or close it while another one runs: native memory is freed
 * only after the run has left it.
 */
final class Slot implements AutoCloseable {

    private final Slots owner;
    private final Deadlines deadlines;
    private final SpeechSession session;

    // Guarded by owner.
    private @Nullable CancelToken running;
    private boolean broken;
    private boolean closing;

    Slot(Slots owner, Deadlines deadlines, SpeechSession session) {
        this.owner = owner;
        this.deadlines = deadlines;
        this.session = session;
    }

    /**
     * Transcribes, and cancels {@code control} when its deadline passes.
     *
     * @throws IllegalStateException when closed, broken, or in another run
     * @throws InferenceCancelled when cancelled; the slot is clean
     * @throws InferenceFailed when the engine failed; the slot is broken
     */
    Transcript run(AudioSource audio, TranscriptionOptions options, RunControl control) {
        begin(control.cancel());
        try {
            return runUntilDeadline(audio, options, control);
        } catch (InferenceFailed | Error e) {
            fail();
            throw e;
        } finally {
            end();
        }
    }

    private Transcript runUntilDeadline(AudioSource audio, TranscriptionOptions options, RunControl control) {
        CancelToken.Registration deadline = deadlines.arm(control);
        try {
            return session.transcribe(audio, options, control);
        } finally {
            deadline.close();
        }
    }

    /** Ends the run under way, if there is one, without waiting for it. */
    void cancel(CancelToken.Reason why) {
        CancelToken token;
        synchronized (owner) {
            token = running;
        }
        // Outside the monitor: cancelling runs actions that belong to others.
        if (token != null) {
            token.cancel(why);
        }
    }

    /** Waits until no run is under way; false when the time is over first. */
    boolean awaitIdle(Duration limit) {
        return owner.await(limit, () -> running == null);
    }

    /** Decoder steps of this session. */
    long decodedSteps() {
        return session.decodedSteps();
    }

    boolean isRunning() {
        synchronized (owner) {
            return running != null;
        }
    }

    /** Whether it can run: not broken, not closed. */
    boolean isUsable() {
        synchronized (owner) {
            return !broken && !closing;
        }
    }

    /** Frees the session: now, or at the end of the run under way. */
    @Override
    public void close() {
        synchronized (owner) {
            if (closing) {
                return;
            }
            closing = true;
            if (running != null) {
                return;
            }
        }
        release();
    }

    private void begin(CancelToken token) {
        synchronized (owner) {
            if (owner.isStopping()) {
                throw new InferenceCancelled(CancelToken.Reason.STOPPING);
            }
            if (broken || closing || running != null) {
                throw new IllegalStateException(running != null ? "a run is under way" : "the session is closed");
            }
            running = token;
        }
    }

    private void fail() {
        synchronized (owner) {
            broken = true;
        }
    }

    private void end() {
        boolean last;
        synchronized (owner) {
            running = null;
            last = closing;
            owner.notifyAll();
        }
        if (last) {
            release();
        }
    }

    private void release() {
        long steps = session.decodedSteps();
        session.close();
        owner.closed(this, steps);
    }
}
