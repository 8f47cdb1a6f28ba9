package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.engine.CudaDevice;
import stt.engine.EngineOptions;
import stt.engine.SpeechModel;
import stt.engine.StarterModels;
import stt.engine.UnusableModel;

/** Folders that are no model, or not one model, are refused with a sentence. */
@Tag("models")
class WhisperEngineTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @BeforeEach
    void link() throws IOException {
        try (Stream<Path> files = Files.list(StarterModels.folder("tiny.en"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private void load() {
        try (SpeechModel model = WhisperEngine.load("tiny.en", folder, StarterModels.silero(), EngineOptions.cpu(1))) {
            assertThat(model.id()).isEqualTo("tiny.en");
        }
    }

    private void takeFromBase(String file) throws IOException {
        Files.copy(
                StarterModels.folder("base").resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void acceptsTheModelItself() {
        load();
    }

    @Test
    void refusesAGraphOfAnotherModel() throws IOException {
        takeFromBase("encoder.onnx");
        takeFromBase("encoder.bin");
        assertThatThrownBy(this::load)
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining(
                        "encoder.onnx does not fit its whisper.json: expected 4 decoder layers, found 6.");
    }

    @Test
    void refusesADescriptionOfAnotherModel() throws IOException {
        takeFromBase("whisper.json");
        takeFromBase("tokenizer.json");
        assertThatThrownBy(this::load).isInstanceOf(UnusableModel.class).hasMessageContaining("does not fit");
    }

    @Test
    void refusesADecoderInPlaceOfAnEncoder() throws IOException {
        Files.copy(folder.resolve("decoder.onnx"), folder.resolve("encoder.onnx"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(this::load).isInstanceOf(UnusableModel.class).hasMessageContaining("it has no input mel");
    }

    @Test
    void refusesMissingAndCorruptFiles() throws IOException {
        Files.writeString(folder.resolve("encoder.onnx"), "this is no graph");
        assertThatThrownBy(this::load)
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("ONNX Runtime cannot load");
        Files.delete(folder.resolve("encoder.onnx"));
        assertThatThrownBy(this::load)
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("encoder.onnx is missing");
    }

    @Test
    void refusesAnotherModelInPlaceOfVoiceActivity() {
        Path encoder = folder.resolve("encoder.onnx");
        assertThatThrownBy(() -> WhisperEngine.load("tiny.en", folder, encoder, EngineOptions.cpu(1)))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("it has no input state");
    }

    @Test
    void saysThatThereIsNoCuda() {
        EngineOptions cuda = new EngineOptions(1, Optional.of(new CudaDevice(0, 1 << 30)));
        assertThatThrownBy(() -> WhisperEngine.load("tiny.en", folder, StarterModels.silero(), cuda))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("CUDA device was asked for");
    }
}
