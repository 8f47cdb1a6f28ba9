package stt.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.models.hub.HubServer;
import stt.models.sources.HubSource;
import stt.models.sources.Progress;
import stt.models.whisper.GeneratedWhisper;

/** Whisper models in Hugging Face's layout, from a hub on this machine and from folders, through the store. */
class HubInstallTest {

    private static final List<String> FILES = List.of(
            "model.safetensors", "config.json", "generation_config.json", "preprocessor_config.json", "tokenizer.json");

    private final HubServer server = new HubServer();
    private final Path from;
    private final Path directory;

    HubInstallTest(@TempDir Path temporary) throws IOException {
        from = temporary.resolve("from");
        directory = temporary.resolve("store");
        GeneratedWhisper.write(from, false);
        for (String name : FILES) {
            server.with(name, Files.readAllBytes(from.resolve(name)));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void installsFromTheHubAndSaysWhereTheModelIsFrom() throws IOException {
        InstalledModel model = install(store(64), options(false)).model();
        assertThat(model.manifest().provenance().source()).isEqualTo("somebody/model at " + HubServer.COMMIT);
        assertThat(model.manifest().provenance().accepted()).isEmpty();
        assertThat(model.manifest().published()).hasSize(FILES.size());
        assertThat(model.manifest().precision()).isEqualTo("nb8");
        assertThat(store(64).verify("remote", Progress.SILENT)).isEmpty();
        assertThat(names(directory.resolve(".downloads"))).isEmpty();
        assertThat(names(directory)).containsExactlyInAnyOrder(".lock", ".downloads", "remote");
    }

    @Test
    void keepsThePublishedFilesWhenAsked() throws IOException {
        install(store(64), options(true));
        assertThat(names(store(64).keptSources("remote").orElseThrow())).containsExactlyInAnyOrderElementsOf(FILES);
        Files.delete(directory.resolve("remote").resolve("encoder.bin"));
        server.close();
        assertThat(install(store(64), options(false)).changed()).isTrue();
    }

    @Test
    void whatWasFetchedBeforeAFailureIsNotFetchedAgain() throws IOException {
        assertThatThrownBy(() -> install(store(32), options(false)))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("holds another model, whose d_model is 64 instead of 32");
        assertThat(store(64).installed()).isEmpty();
        assertThat(names(directory.resolve(".downloads").resolve("remote")))
                .filteredOn(name -> !name.endsWith(".etag"))
                .hasSameSizeAs(FILES);
        int before = server.requests().size();
        install(store(64), options(false));
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void removingForgetsDownloadsToo() throws IOException {
        assertThatThrownBy(() -> install(store(32), options(false))).isInstanceOf(StoreFailed.class);
        install(store(64), options(false));
        assertThat(store(64).remove("remote")).isTrue();
        assertThat(names(directory.resolve(".downloads"))).isEmpty();
    }

    @Test
    void aFineTuneInAFolderIsInstalledUnderTheIdThatItsOwnerChooses() {
        InstallResult result =
                store(64).install("court-2026", new InstallOptions(from, null, false, true), Progress.SILENT);
        assertThat(result.model().entry().languages()).containsExactly("en", "de", "haw");
        assertThat(result.model().manifest().provenance().source()).isEqualTo(from.toString());
        assertThat(store(64).find("court-2026")).isPresent();
    }

    @Test
    void shardsAreInstalledFromAFolder() throws IOException {
        Path sharded = from.resolveSibling("sharded");
        GeneratedWhisper.write(sharded, true);
        InstalledModel model = store(64)
                .install("sharded", new InstallOptions(sharded, null, true, true), Progress.SILENT)
                .model();
        assertThat(model.manifest().published()).hasSize(FILES.size() + 3);
        assertThat(names(store(64).keptSources("sharded").orElseThrow()))
                .contains("model-00003-of-00003.safetensors", "model.safetensors.index.json");
    }

    @Test
    void aShardThatIsMissingIsNamed() throws IOException {
        Path sharded = from.resolveSibling("sharded");
        GeneratedWhisper.write(sharded, true);
        Files.delete(sharded.resolve("model-00002-of-00003.safetensors"));
        assertThatThrownBy(() ->
                        store(64).install("sharded", new InstallOptions(sharded, null, false, true), Progress.SILENT))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining(
                        sharded + " has no model-00002-of-00003.safetensors; it must hold a Whisper model");
    }

    private ModelStore store(int width) {
        HubSource source = new HubSource(HubServer.REPOSITORY, HubServer.COMMIT, FILES, List.of());
        CatalogEntry entry = new CatalogEntry(
                "remote",
                Task.TRANSCRIPTION,
                "Remote",
                List.of("en"),
                Speed.FAST,
                "whisper",
                1,
                false,
                new Licence("MIT", "", "nobody"),
                Map.of("d_model", width),
                List.of(),
                List.of(source));
        return ModelStore.at(directory, new Catalog(List.of(entry)), server.hub());
    }

    private static InstallOptions options(boolean keepSources) {
        return new InstallOptions(null, null, keepSources, true);
    }

    private static InstallResult install(ModelStore store, InstallOptions options) {
        return store.install("remote", options, Progress.SILENT);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
