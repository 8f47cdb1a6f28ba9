package stt.engine.whispercpp;

import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * whisper.cpp's buffers of one run at a time, with the thread that runs on them: OpenMP, with which whisper.cpp computes, keeps
 * a team of threads for every thread that has ever called it, and callers come from large pools. Not thread-safe.
 */
final class NativeState implements AutoCloseable {

    /** whisper.cpp's code for a lack of memory after which it has freed the state itself. */
    private static final int FREED = -7;

    private final NativeContext context;
    private final WhisperState state;
    private final ExecutorService thread;
    private boolean broken;
    private boolean freed;

    /** @throws stt.engine.UnusableModel when there is not memory enough */
    NativeState(NativeContext context, String model) {
        this.context = context;
        this.state = context.newState();
        this.thread = Executors.newSingleThreadExecutor(run -> {
            Thread runner = new Thread(run, "whisper.cpp " + model);
            runner.setDaemon(true);
            return runner;
        });
    }

    /** whisper.cpp gave up. */
    static final class Failure extends RuntimeException {
        Failure(int code) {
            super("whisper.cpp ended with code " + code + "; its log says why");
        }
    }

    /**
     * Decodes samples; returns when that is done, also when the calling thread is interrupted.
     *
     * @throws Failure when whisper.cpp failed; the state is broken
     */
    List<NativeSegment> decode(WhisperFullParams parameters, float[] samples) {
        return onItsThread(() -> {
            run(parameters, samples);
            return context.segments(state);
        });
    }

    /**
     * What language samples are in, if whisper.cpp says; at the price of a pass of the encoder.
     *
     * @throws Failure when whisper.cpp failed; the state is broken
     */
    Optional<NativeLog.Detected> detect(WhisperFullParams parameters, float[] samples) {
        parameters.detectLanguage = true;
        return onItsThread(() -> NativeLog.during(() -> run(parameters, samples)));
    }

    private void run(WhisperFullParams parameters, float[] samples) {
        int code = context.run(state, parameters, samples);
        if (code != 0) {
            broken = true;
            freed = code == FREED;
            throw new Failure(code);
        }
    }

    private <T> T onItsThread(Supplier<T> call) {
        try {
            return CompletableFuture.supplyAsync(call, thread).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Whether a run failed in it. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void close() {
        thread.shutdown();
        if (!freed) {
            freed = true;
            context.free(state);
        }
    }
}
