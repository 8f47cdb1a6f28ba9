package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.InferenceStatus;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;
import stt.inference.api.Transcript;

class InferenceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    private final FakeModel model = new FakeModel("base");
    private final List<String> loaded = new CopyOnWriteArrayList<>();
    private @Nullable Inference inference;

    private Inference start(String... preload) {
        Inference started = new Inference(
                Store.settings(directory, preload),
                Store.with(directory, "base", "small"),
                request -> {
                    loaded.add(request.model());
                    return model;
                },
                Runnable::run);
        started.start();
        inference = started;
        return started;
    }

    @AfterEach
    void stop() {
        model.release();
        if (inference != null) {
            inference.stop();
        }
    }

    private static InferenceStatus.Readiness readiness(Inference inference) {
        return inference.status().readiness();
    }

    @Test
    void startLoadsAndTriesOnlyWhatIsToBePreloaded() {
        Inference running = start("base");

        assertThat(loaded).containsExactly("base");
        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.OK);
        assertThat(running.status().decodedSteps()).isEqualTo(10);
    }

    @Test
    void startLoadsNothingUnasked() {
        Inference running = start();

        assertThat(loaded).isEmpty();
        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.OK);
    }

    @Test
    void theProbeLeavesNoSessionBehind() {
        Inference running = start("base");

        assertThat(running.status().liveSessions()).isZero();
        assertThat(model.openSessions).hasValue(0);
    }

    @Test
    void isNotReadyWhenAModelFailsItsTrialRun() {
        model.breakDown();

        Inference running = start("base");

        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);
        assertThat(running.status().detail()).contains("The model base does not work");
    }

    @Test
    void isNotReadyWhenAPreloadedModelIsMissing() {
        Inference running = new Inference(
                Store.settings(directory, "base"),
                Store.with(directory),
                request -> {
                    throw new ModelNotInstalled(request.model());
                },
                Runnable::run);
        running.start();

        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);
        assertThat(running.status().detail().orElseThrow()).contains("./stt models install base");
        running.stop();
    }

    @Test
    void aCallersFailureIsTriedOutAtOnce() {
        Inference running = start();
        Slot slot = running.open(running.request("base"));
        model.breakDown();
        assertThatExceptionOfType(InferenceFailed.class).isThrownBy(() -> Runs.run(slot));

        running.failed(running.request("base"));
        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);

        model.failWith(null);
        running.failed(running.request("base"));
        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.OK);
    }

    @Test
    void knowsOnlyModelsThatAreInstalled() {
        Inference running = start();

        assertThatExceptionOfType(ModelNotInstalled.class).isThrownBy(() -> running.load(running.request("medium")));
        assertThat(loaded).isEmpty();
    }

    @Test
    void stoppingFreesSessionsAndModels() {
        Inference running = start("base");
        running.open(running.request("base"));

        assertThat(running.stop()).isTrue();

        assertThat(model.openSessions).hasValue(0);
        assertThat(model.closes).hasValue(1);
        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);
        assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> running.load(running.request("base")));
    }

    @Test
    void stoppingEndsARunAndThenFreesItsModel() throws Exception {
        Inference running = start("base");
        Slot slot = running.open(running.request("base"));
        model.hold();
        CompletableFuture<Transcript> run = Runs.start(model, () -> Runs.run(slot));

        assertThat(running.stop()).isTrue();

        assertThat(run.handle((transcript, failure) -> failure.getCause()).join())
                .isInstanceOf(InferenceCancelled.class);
        assertThat(model.closes).hasValue(1);
    }
}
