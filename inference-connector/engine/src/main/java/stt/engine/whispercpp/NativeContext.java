package stt.engine.whispercpp;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperContextParams;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import stt.engine.UnusableModel;

/**
 * A model in whisper.cpp's memory, and the order in which the binding may be called: it keeps contexts and states in maps that
 * it does not guard, so that making and freeing them must wait for the runs under way, of all models. Thread-safe.
 */
final class NativeContext implements AutoCloseable {

    /** Fair, so that many runs do not keep a session from opening. */
    private static final ReentrantReadWriteLock BINDING = new ReentrantReadWriteLock(true);

    private final WhisperJNI whisper = new WhisperJNI();
    private final WhisperContext context;

    /** @throws UnusableModel when whisper.cpp refuses the file */
    NativeContext(Path file) {
        NativeLibrary.load();
        WhisperContextParams parameters = new WhisperContextParams();
        parameters.useGPU = false;
        Lock changing = BINDING.writeLock();
        changing.lock();
        try {
            WhisperContext loaded = whisper.initNoState(file, parameters);
            if (loaded == null) {
                throw new UnusableModel("whisper.cpp cannot load " + file + "; its log says why");
            }
            context = loaded;
        } catch (IOException e) {
            throw new UnusableModel("The model " + file + " cannot be read: " + e.getMessage(), e);
        } finally {
            changing.unlock();
        }
    }

    /** @throws UnusableModel when there is not memory enough */
    WhisperState newState() {
        Lock changing = BINDING.writeLock();
        changing.lock();
        try {
            WhisperState state = whisper.initState(context);
            if (state == null) {
                throw new UnusableModel("whisper.cpp has not memory enough for another session");
            }
            return state;
        } finally {
            changing.unlock();
        }
    }

    void free(WhisperState state) {
        Lock changing = BINDING.writeLock();
        changing.lock();
        try {
            state.close();
        } finally {
            changing.unlock();
        }
    }

    /** Runs whisper.cpp over samples in this thread; 0 when all went well. */
    int run(WhisperState state, WhisperFullParams parameters, float[] samples) {
        Lock running = BINDING.readLock();
        running.lock();
        try {
            return whisper.fullWithState(context, state, parameters, samples, samples.length);
        } finally {
            running.unlock();
        }
    }

    /** What the last run heard. */
    List<NativeSegment> segments(WhisperState state) {
        Lock running = BINDING.readLock();
        running.lock();
        try {
            List<NativeSegment> segments = new ArrayList<>();
            for (int i = 0; i < whisper.fullNSegmentsFromState(state); i++) {
                segments.add(new NativeSegment(
                        whisper.fullGetSegmentTimestamp0FromState(state, i),
                        whisper.fullGetSegmentTimestamp1FromState(state, i),
                        NativeText.repaired(whisper.fullGetSegmentTextFromState(state, i))));
            }
            return segments;
        } finally {
            running.unlock();
        }
    }

    /** Frees the weights. All states must be freed before. */
    @Override
    public void close() {
        Lock changing = BINDING.writeLock();
        changing.lock();
        try {
            context.close();
        } finally {
            changing.unlock();
        }
    }
}
