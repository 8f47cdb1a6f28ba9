package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.engine.EngineOptions;
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

    private final Inference inference = new Inference(
            new InferenceSettings(
                    MODELS,
                    EngineOptions.cpu(1),
                    Optional.empty(),
                    List.of("base"),
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(1),
                    Duration.ZERO),
            ModelStore.at(MODELS),
            new StoredModelLoader(ModelStore.at(MODELS), new NativeRuntime(), Optional.empty()),
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
        assertThat(status.loadedModels()).containsOnlyKeys("base");
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

    private static final class EndlessSpeech implements AudioSource {

        private final float[] samples = ProbeSpeech.samples();
        private int next;

        @Override
        public int read(float[] buffer, int offset, int length) {
            int count = Math.min(length, samples.length - next);
            System.arraycopy(samples, next, buffer, offset, count);
            next = (next + count) % samples.length;
            return count;
        }

        @Override
        public void close() {}
    }
}
