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
import org.junit.jupiter.api.io.TempDir;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceStatus;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;
import stt.models.InstallOptions;
import stt.models.ModelStore;
import stt.models.sources.Progress;

/** The adapter's parts on a model that whisper.cpp runs. */
@Tag("models")
class WhisperCppSlotTest {

    private static final ModelStore STARTERS = ModelStore.at(Path.of(System.getProperty("stt.models.dir")));
    private static final String MODEL = "ggml-tiny.en";

    private Inference inference;

    @BeforeEach
    void start(@TempDir Path folder) {
        ModelStore store = ModelStore.at(folder);
        install(store, MODEL, "tiny.en");
        install(store, "silero-vad", "silero-vad");
        inference = new Inference(
                Store.settings(folder, MODEL),
                Store.source(store, new StoredModelLoader(store, new NativeRuntime(), Optional.empty())),
                Store.devices(),
                Runnable::run);
        inference.start();
    }

    private static void install(ModelStore store, String id, String published) {
        Path from = STARTERS.keptSources(published).orElseThrow();
        store.install(id, new InstallOptions(from, null, false, true), Progress.SILENT);
    }

    @AfterEach
    void stop() {
        assertThat(inference.stop()).isTrue();
    }

    @Test
    void theCatalogsEngineIsChosenAndItsProbeHearsItsSpeech() {
        InferenceStatus status = inference.status();

        assertThat(status.readiness()).isEqualTo(InferenceStatus.Readiness.OK);
        assertThat(status.models()).containsOnlyKeys(MODEL);
        assertThat(status.liveSessions()).isZero();
    }

    /** The speech has no end: only the deadline can end the run. */
    @Test
    void aDeadlineEndsARunAndTheSlotWorksAgain() {
        try (Slot slot = inference.open(inference.request(MODEL))) {
            assertThatExceptionOfType(InferenceCancelled.class)
                    .isThrownBy(() -> slot.run(
                            new EndlessSpeech(),
                            TranscriptionOptions.DEFAULT,
                            RunControl.of(new CancelToken(), Duration.ofMillis(500))))
                    .extracting(InferenceCancelled::reason)
                    .isEqualTo(CancelToken.Reason.DEADLINE);
            assertThat(slot.isRunning()).isFalse();
            assertThat(slot.isUsable()).isTrue();

            assertThat(slot.run(
                                    AudioSource.of(ProbeSpeech.samples()),
                                    TranscriptionOptions.DEFAULT,
                                    RunControl.of(new CancelToken(), Runs.LONG))
                            .text())
                    .contains("fellow Americans");
        }
    }

    @Test
    void sessionsShareOneLoad() {
        try (Slot one = inference.open(inference.request(MODEL));
                Slot other = inference.open(inference.request(MODEL))) {
            for (Slot slot : List.of(one, other)) {
                slot.run(
                        AudioSource.of(ProbeSpeech.samples()),
                        TranscriptionOptions.DEFAULT,
                        RunControl.of(new CancelToken(), Runs.LONG));
            }
            assertThat(inference.status().models()).containsOnlyKeys(MODEL);
            assertThat(inference.status().liveSessions()).isEqualTo(2);
        }
    }
}
