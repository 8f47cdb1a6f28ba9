package stt.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;

class InstalledModelsTest {

    private final Path directory;
    private final ModelStore store;

    InstalledModelsTest(@TempDir Path directory) {
        this.directory = directory;
        this.store = ModelStore.at(directory);
    }

    @Test
    void findsNothingInAStoreThatDoesNotExist() {
        ModelStore none = ModelStore.at(directory.resolve("none"));
        assertThat(none.find("base")).isEmpty();
        assertThat(none.installed()).isEmpty();
    }

    @Test
    void findsAFolderWithAManifestAndItsFiles() throws IOException {
        place("silero-vad", "silero", "silero_vad.onnx", 7);
        InstalledModel model = store.find("silero-vad").orElseThrow();
        assertThat(model.entry().name()).isEqualTo("Silero VAD 6");
        assertThat(model.file("silero_vad.onnx")).hasSize(7);
        assertThat(store.installed()).containsExactly(model);
    }

    @Test
    void seesWhatChangesAfterItWasAsked() throws IOException {
        assertThat(store.find("silero-vad")).isEmpty();
        Path folder = place("silero-vad", "silero", "silero_vad.onnx", 7);
        assertThat(store.find("silero-vad")).isPresent();
        place("silero-vad", "silero", "silero_vad.onnx", 8);
        assertThat(store.find("silero-vad").orElseThrow().manifest().bytes()).isEqualTo(8);
        Files.delete(folder.resolve(Manifest.FILE));
        assertThat(store.find("silero-vad")).isEmpty();
    }

    @Test
    void aFolderWithAMissingOrShortFileIsNotInstalled() throws IOException {
        Path folder = place("silero-vad", "silero", "silero_vad.onnx", 7);
        Files.write(folder.resolve("silero_vad.onnx"), new byte[6]);
        assertThat(store.find("silero-vad")).isEmpty();
        Files.delete(folder.resolve("silero_vad.onnx"));
        assertThat(store.find("silero-vad")).isEmpty();
        assertThat(store.installed()).isEmpty();
    }

    @Test
    void aFolderWithABrokenOrForeignManifestIsNotInstalled() throws IOException {
        Path folder = place("silero-vad", "silero", "silero_vad.onnx", 7);
        Files.writeString(folder.resolve(Manifest.FILE), "{\"id\": ");
        assertThat(store.find("silero-vad")).isEmpty();
        Files.writeString(folder.resolve(Manifest.FILE), "{}");
        assertThat(store.find("silero-vad")).isEmpty();
        new Manifest("base", "whisper", "nb8", Manifest.GRAPHS, List.of(), List.of(), Provenance.UNKNOWN).write(folder);
        assertThat(store.find("silero-vad")).isEmpty();
    }

    @Test
    void neverLooksOutsideTheStore() throws IOException {
        ModelStore inner = ModelStore.at(directory.resolve("inner"));
        place("outside", "silero", "silero_vad.onnx", 7);
        assertThat(inner.find("../outside")).isEmpty();
    }

    @Test
    void aModelOfOnesOwnTellsItsLanguages() throws IOException {
        Path folder = place("parliament", "whisper", "whisper.json", 0);
        Files.writeString(folder.resolve("whisper.json"), "{\"languages\": [\"cy\", \"en\"]}");
        ModelFile facts = new ModelFile("whisper.json", Files.size(folder.resolve("whisper.json")), "0".repeat(64));
        new Manifest("parliament", "whisper", "nb8", Manifest.GRAPHS, List.of(facts), List.of(), Provenance.UNKNOWN)
                .write(folder);
        assertThat(store.find("parliament").orElseThrow().entry().languages()).containsExactly("cy", "en");
    }

    @Test
    void graphsOfAnotherVersionAreNotInstalled() throws IOException {
        Path folder = place("base", "whisper", "encoder.bin", 7);
        List<ModelFile> files = List.of(new ModelFile("encoder.bin", 7, "0".repeat(64)));
        new Manifest("base", "whisper", "nb8", Manifest.GRAPHS, files, List.of(), Provenance.UNKNOWN).write(folder);
        assertThat(store.find("base")).isPresent();
        new Manifest("base", "whisper", "nb8", Manifest.GRAPHS - 1, files, List.of(), Provenance.UNKNOWN).write(folder);
        assertThat(store.find("base")).isEmpty();
        assertThat(store.verify("base", Progress.SILENT))
                .containsExactly(
                        "base was imported by another version of this program, whose graphs this one cannot run.");
    }

    private Path place(String id, String engine, String file, int bytes) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(id));
        Files.write(folder.resolve(file), new byte[bytes]);
        new Manifest(
                        id,
                        engine,
                        "published",
                        0,
                        List.of(new ModelFile(file, bytes, "0".repeat(64))),
                        List.of(),
                        Provenance.UNKNOWN)
                .write(folder);
        return folder;
    }
}
