package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stt.engine.EngineOptions;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.whisper.WhisperEngine;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;
import stt.models.InstallOptions;
import stt.models.ModelStore;
import stt.models.sources.Progress;
import stt.models.whisper.Precision;

/** The engine runs what the importer writes, in every precision. */
@Tag("models")
class ImportedPrecisionsTest {

    private static final Path MODELS = Path.of(System.getProperty("stt.models.dir"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theEngineHearsTheSameWords(Precision precision) {
        Path published = ModelStore.at(MODELS).keptSources("tiny.en").orElseThrow();
        Path model = ModelStore.at(folder)
                .install("own", new InstallOptions(published, precision, false, true), Progress.SILENT)
                .model()
                .directory();
        Path silero = MODELS.resolve("silero-vad").resolve("silero_vad.onnx");
        try (SpeechModel loaded = WhisperEngine.load("own", model, silero, EngineOptions.cpu(1));
                SpeechSession session = loaded.open();
                AudioSource speech = AudioSource.of(ProbeSpeech.samples())) {
            RunControl control = RunControl.of(new CancelToken(), Runs.LONG);
            assertThat(session.transcribe(speech, TranscriptionOptions.DEFAULT, control)
                            .text())
                    .contains("fellow Americans");
        }
    }
}
