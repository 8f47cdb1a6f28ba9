package stt.connector;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** Runs for tests. */
final class Runs {

    /** Longer than any test lasts. */
    static final Duration LONG = Duration.ofHours(1);

    private Runs() {}

    static Transcript run(Slot slot, CancelToken token) {
        return slot.run(silence(), TranscriptionOptions.DEFAULT, RunControl.of(token, LONG));
    }

    static Transcript run(Slot slot) {
        return run(slot, new CancelToken());
    }

    static AudioSource silence() {
        return AudioSource.of(new float[AudioSource.SAMPLE_RATE_HZ]);
    }

    /** Starts {@code task} in another thread. */
    static <T> CompletableFuture<T> start(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, job -> new Thread(job).start());
    }

    /** Starts a run in another thread and returns once the model is in it. */
    static CompletableFuture<Transcript> start(FakeModel model, Supplier<Transcript> run) throws InterruptedException {
        CompletableFuture<Transcript> result = start(run);
        if (!model.entered.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("no run began");
        }
        return result;
    }
}
