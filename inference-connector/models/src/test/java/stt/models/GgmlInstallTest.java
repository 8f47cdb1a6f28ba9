package stt.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.models.sources.Progress;
import stt.models.whisper.GeneratedGgml;
import stt.models.whisper.GgmlFile;
import stt.models.whisper.Precision;

/** Installs models that whisper.cpp runs. */
class GgmlInstallTest {

    @TempDir
    Path folder;

    private Path from;
    private ModelStore store;

    @BeforeEach
    void open() throws IOException {
        from = Files.createDirectory(folder.resolve("from"));
        store = ModelStore.at(folder.resolve("store"));
    }

    @Test
    void aGgmlFileOfOnesOwnIsInstalledAsItIs() throws IOException {
        Path file = GeneratedGgml.write(from.resolve("ggml-court-f16.bin"));

        InstalledModel own = install("court").model();
        assertThat(own.engine()).isEqualTo("whisper.cpp");
        assertThat(own.entry().languages()).containsExactly("en");
        assertThat(own.manifest().precision()).isEqualTo(Manifest.AS_PUBLISHED);
        assertThat(own.file(GgmlFile.NAME)).hasSameBinaryContentAs(file);
        assertThat(store.find("court")).contains(own);
        assertThat(store.verify("court", Progress.SILENT)).isEmpty();
    }

    @Test
    void aDamagedFileIsRefusedBeforeItIsInTheStore() throws IOException {
        Path file = GeneratedGgml.write(from.resolve("court.bin"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));

        assertThatThrownBy(() -> install("court"))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining(file + " is truncated");
        assertThat(store.installed()).isEmpty();
    }

    @Test
    void anotherModelUnderAKnownNameIsRefused() throws IOException {
        GeneratedGgml.write(from.resolve("ggml-base.bin"));

        assertThatThrownBy(
                        () -> store.install("ggml-base", new InstallOptions(from, null, false, true), Progress.SILENT))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("holds another model, whose ");
    }

    @Test
    void aFolderWithoutAModelSaysWhatItShouldHold() {
        assertThatThrownBy(() -> install("court"))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining(
                        "it must hold court.bin or one other ggml file of whisper.cpp, or a Whisper model as");
    }

    @Test
    @Tag("models")
    void publishedWeightsAreConverted() {
        Path published = ModelStore.at(Path.of(System.getProperty("stt.models.dir")))
                .keptSources("tiny.en")
                .orElseThrow();
        InstallOptions options = new InstallOptions(published, null, false, true);
        InstalledModel model =
                store.install("ggml-tiny.en", options, Progress.SILENT).model();
        assertThat(model.manifest().precision()).isEqualTo("fp16");
        assertThat(GgmlFile.read(model.file(GgmlFile.NAME)).type()).isEqualTo("f16");
        assertThat(store.install("ggml-tiny.en", options, Progress.SILENT).changed())
                .isFalse();

        InstallOptions blocks = new InstallOptions(published, Precision.NB8, false, true);
        assertThatThrownBy(() -> store.install("ggml-tiny.en", blocks, Progress.SILENT))
                .hasMessageContaining("in fp16, and not in nb8");
    }

    private InstallResult install(String id) {
        InstallOptions options = new InstallOptions(from, null, false, true).forEngine(CatalogEntry.WHISPER_CPP);
        return store.install(id, options, Progress.SILENT);
    }
}
