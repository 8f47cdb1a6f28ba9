package stt.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.whisper.Precision;

/** Installs Whisper models from the published files that the starter models were installed with. */
@Tag("models")
class ImportedModelTest {

    private final ModelStore starters = ModelStore.at(Path.of(System.getProperty("stt.models.dir", "data/models")));
    private final Path published = starters.keptSources("tiny.en").orElseThrow();
    private final ModelStore store;

    ImportedModelTest(@TempDir Path directory) {
        this.store = ModelStore.at(directory);
    }

    @Test
    void theStarterModelsAreIntact() {
        assertThat(starters.catalog().starters())
                .allSatisfy(entry ->
                        assertThat(starters.verify(entry.id(), Progress.SILENT)).isEmpty());
    }

    @Test
    void aModelOfOnesOwnIsInstalledUnderItsOwnName() {
        InstalledModel own = store.install("court", from(null), Progress.SILENT).model();
        assertThat(own.entry().languages()).containsExactly("en");
        assertThat(own.manifest().precision()).isEqualTo("nb8");
        assertThat(own.manifest().files())
                .extracting(ModelFile::name)
                .contains(
                        "encoder.onnx", "encoder.bin", "decoder.onnx", "decoder.bin", "whisper.json", "tokenizer.json");
        assertThat(own.manifest().published())
                .containsExactlyInAnyOrderElementsOf(
                        starters.catalog().find("tiny.en").orElseThrow().files());
    }

    @Test
    void anotherPrecisionReplacesTheModelAndNoneMeansTheOneThatIsThere() {
        store.install("tiny.en", from(Precision.FP32), Progress.SILENT);
        assertThat(store.install("tiny.en", from(null), Progress.SILENT).changed())
                .isFalse();
        assertThat(store.find("tiny.en").orElseThrow().manifest().precision()).isEqualTo("fp32");
        assertThat(store.install("tiny.en", from(Precision.NB8), Progress.SILENT)
                        .changed())
                .isTrue();
        assertThat(store.find("tiny.en").orElseThrow().manifest().precision()).isEqualTo("nb8");
    }

    @Test
    void aRepairedModelKeepsItsPrecision() throws IOException {
        Path weights = store.install("tiny.en", from(Precision.FP32), Progress.SILENT)
                .model()
                .file("encoder.bin");
        Files.delete(weights);
        store.install("tiny.en", from(null), Progress.SILENT);
        assertThat(store.find("tiny.en").orElseThrow().manifest().precision()).isEqualTo("fp32");
    }

    @Test
    void refusesAnotherModelUnderAKnownName() {
        assertThatThrownBy(() -> store.install("small", from(null), Progress.SILENT))
                .isInstanceOf(StoreFailed.class)
                .hasMessageStartingWith("small was not installed: " + published + " holds another model, whose ");
        assertThat(store.installed()).isEmpty();
    }

    @Test
    void refusesTruncatedWeights(@TempDir Path folder) throws IOException {
        Files.copy(published.resolve("config.json"), folder.resolve("config.json"));
        Files.copy(published.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
        Path weights = folder.resolve("model.bin");
        try (InputStream whole = Files.newInputStream(published.resolve("model.bin"))) {
            Files.write(weights, whole.readNBytes(1_000_000));
        }
        InstallOptions options = new InstallOptions(folder, null, false, true);
        assertThatThrownBy(() -> store.install("court", options, Progress.SILENT))
                .isInstanceOf(StoreFailed.class)
                .hasMessageStartingWith("court was not installed: " + weights + " is truncated: ");
        assertThat(store.installed()).isEmpty();
    }

    private InstallOptions from(@Nullable Precision precision) {
        return new InstallOptions(published, precision, false, true);
    }
}
