package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
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
    private final FakeLoader loader = new FakeLoader(model, new FakeModel("small"));
    private @Nullable Inference inference;

    private Inference start(String... preload) {
        Inference started = new Inference(
                Store.settings(directory, preload),
                Store.source(Store.with(directory, "base", "small"), loader),
                Store.devices(),
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

        assertThat(loader.loaded).containsExactly("base");
        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.OK);
        assertThat(running.status().decodedSteps()).isEqualTo(10);
    }

    @Test
    void startLoadsNothingUnasked() {
        Inference running = start();

        assertThat(loader.loaded).isEmpty();
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
        assertThat(running.status().detail()).contains("The model base does not work: its trial run failed");
    }

    @Test
    void isNotReadyWhenAPreloadedModelIsMissing() {
        loader.remove("base");

        Inference running = start("base");

        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);
        assertThat(running.status().detail().orElseThrow()).contains("./stt models install base");
    }

    @Test
    void loadsAPreloadedModelWhenItIsInstalled() {
        loader.remove("base");
        Inference running = start("base");
        loader.install("base", FakeLoader.BYTES);

        running.lookAfter();

        assertThat(loader.loaded).containsExactly("base");
        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.OK);
    }

    @Test
    void aCallersFailureIsTriedOutAtOnce() {
        Inference running = start();
        Slot slot = running.open(running.request("base"));
        model.breakDown();
        assertThatExceptionOfType(InferenceFailed.class).isThrownBy(() -> Runs.run(slot));
        model.failWith(null);

        running.failed(running.request("base"));

        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.OK);
        assertThat(loader.loaded).containsExactly("base");
    }

    @Test
    void aModelThatKeepsFailingIsTakenOutOfMemoryAndRefused() {
        Inference running = start();
        Slot slot = running.open(running.request("base"));
        model.breakDown();
        assertThatExceptionOfType(InferenceFailed.class).isThrownBy(() -> Runs.run(slot));

        running.failed(running.request("base"));
        running.lookAfter();

        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);
        assertThat(model.closes).hasValue(1);
        assertThat(slot.isUsable()).isFalse();
        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> running.lease(running.request("base")))
                .withMessageContaining("its trial run failed");
    }

    @Test
    void preloadedModelsStayAndRemovedOnesGo() {
        Inference running = start("base");
        running.lookAfter();
        assertThat(model.closes).hasValue(0);

        loader.remove("base");
        running.lookAfter();

        assertThat(model.closes).hasValue(1);
        assertThat(running.status().models()).isEmpty();
    }

    @Test
    void tellsWhatModelsHoldOfTheMachine() {
        Inference running = start("base");

        assertThat(running.status().devices()).singleElement().satisfies(cpu -> {
            assertThat(cpu.id()).isEqualTo("cpu");
            assertThat(cpu.modelBytes()).isPositive();
            assertThat(cpu.modelLimit()).isEqualTo(Long.MAX_VALUE / 2);
            assertThat(cpu.gpu()).isEmpty();
        });
        assertThat(running.status().models()).containsOnlyKeys("base");
    }

    @Test
    void knowsOnlyModelsThatAreInstalled() {
        Inference running = start();

        assertThatExceptionOfType(ModelNotInstalled.class).isThrownBy(() -> running.lease(running.request("medium")));
        assertThat(loader.loaded).isEmpty();
    }

    @Test
    void stoppingFreesSessionsAndModels() {
        Inference running = start("base");
        running.open(running.request("base"));

        assertThat(running.stop()).isTrue();

        assertThat(model.openSessions).hasValue(0);
        assertThat(model.closes).hasValue(1);
        assertThat(readiness(running)).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);
        assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> running.lease(running.request("base")));
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
