package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceStatus;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;
import stt.models.ModelStore;

/** The adapter's parts on the installed starter model. */
@Tag("models")
class RealModelTest {

    private static final Path MODELS = Path.of(System.getProperty("stt.models.dir"));

    private final ModelStore store = ModelStore.at(MODELS);
    private final Inference inference = new Inference(
            Store.settings(MODELS, "base"),
            Store.source(store, new StoredModelLoader(store, new NativeRuntime(), Optional.empty())),
            Store.devices(),
            Runnable::run);

    @BeforeEach
    void start() {
        inference.start();
    }

    @AfterEach
    void stop() {
        assertThat(inference.stop()).isTrue();
    }

    @Test
    void theProbeHearsItsSpeech() {
        InferenceStatus status = inference.status();

        assertThat(status.readiness()).isEqualTo(InferenceStatus.Readiness.OK);
        assertThat(status.decodedSteps()).isPositive();
        assertThat(status.models()).containsOnlyKeys("base");
        assertThat(status.liveSessions()).isZero();
    }

    @Test
    void aDeadlineEndsARunAndTheSlotWorksAgain() {
        try (Slot slot = inference.open(inference.request("base"))) {
            assertThatExceptionOfType(InferenceCancelled.class)
                    .isThrownBy(() -> slot.run(
                            new EndlessSpeech(),
                            TranscriptionOptions.DEFAULT,
                            RunControl.of(new CancelToken(), Duration.ofMillis(500))))
                    .extracting(InferenceCancelled::reason)
                    .isEqualTo(CancelToken.Reason.DEADLINE);

            assertThat(slot.run(
                                    AudioSource.of(ProbeSpeech.samples()),
                                    TranscriptionOptions.DEFAULT,
                                    RunControl.of(new CancelToken(), Runs.LONG))
                            .text())
                    .contains("fellow Americans");
        }
    }
}
