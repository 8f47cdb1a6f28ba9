package stt.connector;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stt.engine.EngineModel;
import stt.engine.EngineSession;
import stt.engine.SpeakerSession;
import stt.engine.SpeechSession;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.SpeakerTimeline;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/**
 * One native session, one run at a time. Any thread may cancel or close it while another one runs: native memory is freed
 * only after the run has left it.
 */
final class Slot implements AutoCloseable {

    private final Slots owner;
    private final Deadlines deadlines;
    private final EngineModel model;
    private final Usage usage;
    private final EngineSession session;

    // Guarded by owner.
    private @Nullable CancelToken running;
    private boolean lent;
    private boolean broken;
    private boolean closing;

    /** Opens its session of {@code model}; {@code usage} learns when it is lent or runs. */
    Slot(Slots owner, Deadlines deadlines, EngineModel model, Usage usage) {
        this.owner = owner;
        this.deadlines = deadlines;
        this.model = model;
        this.usage = usage;
        this.session = model.open();
    }

    boolean isOf(EngineModel other) {
        return model.equals(other);
    }

    /**
     * Transcribes, and cancels {@code control} when its deadline passes.
     *
     * @throws IllegalStateException when closed, broken, or in another run, or of a model that does not transcribe
     * @throws InferenceCancelled when cancelled; the slot is clean
     * @throws InferenceFailed when the engine failed; the slot is broken
     */
    Transcript run(AudioSource audio, TranscriptionOptions options, RunControl control) {
        if (!(session instanceof SpeechSession speech)) {
            throw new IllegalStateException("this session does not transcribe");
        }
        return guard(control, () -> speech.transcribe(audio, options, control));
    }

    /** Tells speakers apart; otherwise as {@link #run}. */
    SpeakerTimeline diarize(AudioSource audio, DiarizationOptions options, RunControl control) {
        if (!(session instanceof SpeakerSession speakers)) {
            throw new IllegalStateException("this session does not tell speakers apart");
        }
        return guard(control, () -> speakers.diarize(audio, options, control));
    }

    private <T> T guard(RunControl control, Supplier<T> call) {
        begin(control.cancel());
        try {
            return untilDeadline(control, call);
        } catch (InferenceFailed | Error e) {
            fail();
            throw e;
        } finally {
            end();
        }
    }

    private <T> T untilDeadline(RunControl control, Supplier<T> call) {
        CancelToken.Registration deadline = deadlines.arm(control);
        try {
            return call.get();
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

    /** A caller holds it, from now until {@link #giveBack}: also while its transaction completes after the run. */
    void lend() {
        boolean before;
        synchronized (owner) {
            before = lent;
            lent = true;
        }
        if (!before) {
            usage.begin();
        }
    }

    void giveBack() {
        boolean before;
        synchronized (owner) {
            before = lent;
            lent = false;
            owner.notifyAll();
        }
        if (before) {
            usage.end();
        }
    }

    /** Waits until no run is under way; false when the time is over first. */
    boolean awaitIdle(Duration limit) {
        return Monitor.await(owner, limit, () -> running == null);
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

    /** Whether it is in a run, or lent. */
    boolean isBusy() {
        synchronized (owner) {
            return running != null || lent;
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
        usage.begin();
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
        usage.end();
    }

    private void release() {
        long steps = session.decodedSteps();
        session.close();
        owner.closed(this, steps);
    }
}
