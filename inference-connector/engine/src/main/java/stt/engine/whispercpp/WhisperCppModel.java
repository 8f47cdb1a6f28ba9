package stt.engine.whispercpp;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.vad.SileroVad;

/** A Whisper model in whisper.cpp's memory, and the voice activity model. Thread-safe. */
final class WhisperCppModel implements SpeechModel {

    private final Facts facts;
    private final NativeContext context;
    private final SileroVad voiceActivity;
    private final AtomicInteger running = new AtomicInteger();

    /** States of closed sessions: making one takes a hundred megabytes, and has to wait for the runs under way. */
    private final Queue<NativeState> idle = new ConcurrentLinkedQueue<>();

    /**
     * What is known of a model.
     *
     * @param threads that its runs share
     */
    record Facts(String id, ModelLanguages languages, long weightBytes, int threads) {}

    /** Owns both models from now on. */
    WhisperCppModel(Facts facts, NativeContext context, SileroVad voiceActivity) {
        this.facts = facts;
        this.context = context;
        this.voiceActivity = voiceActivity;
    }

    @Override
    public String id() {
        return facts.id();
    }

    @Override
    public List<String> languages() {
        return facts.languages().codes();
    }

    @Override
    public long weightBytes() {
        return facts.weightBytes();
    }

    @Override
    public SpeechSession open() {
        NativeState reused = idle.poll();
        return new WhisperCppSession(this, reused == null ? new NativeState(context, facts.id()) : reused);
    }

    /** Takes back what a closed session ran on. */
    void giveBack(NativeState unused) {
        if (unused.isBroken()) {
            unused.close();
        } else {
            idle.add(unused);
        }
    }

    /** Runs {@code call} with the threads that other runs leave. */
    <T> T sharingThreads(IntFunction<T> call) {
        int threads = Math.max(1, facts.threads() / running.incrementAndGet());
        try {
            return call.apply(threads);
        } finally {
            running.decrementAndGet();
        }
    }

    ModelLanguages known() {
        return facts.languages();
    }

    SileroVad voiceActivity() {
        return voiceActivity;
    }

    @Override
    public void close() {
        for (NativeState state = idle.poll(); state != null; state = idle.poll()) {
            state.close();
        }
        context.close();
        voiceActivity.close();
    }
}
