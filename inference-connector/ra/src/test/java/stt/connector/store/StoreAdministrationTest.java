package stt.connector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.inference.api.InstallOrder;
import stt.inference.api.LicenceNotAccepted;
import stt.inference.api.ModelAtWork;
import stt.inference.api.ModelWork;
import stt.inference.api.NoSuchImport;
import stt.inference.api.StoredModel;
import stt.models.Catalog;
import stt.models.CatalogEntry;
import stt.models.Licence;
import stt.models.ModelStore;
import stt.models.Speed;
import stt.models.Task;
import stt.models.sources.ModelFile;

/** Works run when the test says so. */
class StoreAdministrationTest {

    private static final byte[] CONTENT = "weights".getBytes(StandardCharsets.UTF_8);
    private static final InstallOrder FROM_FOLDER =
            new InstallOrder(Optional.of("files"), Optional.empty(), Optional.empty(), false);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> removed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // as JUnit calls prepare() first
    private StoreAdministration administration;

    @BeforeEach
    void prepare() throws Exception {
        Catalog catalog = new Catalog(List.of(entry("vad", false), entry("voice", true)));
        Path files = Files.createDirectories(folder.resolve("import/files"));
        Files.write(files.resolve("model.onnx"), CONTENT);
        administration = new StoreAdministration(
                ModelStore.at(folder.resolve("store"), catalog),
                folder.resolve("import"),
                background::add,
                removed::add);
    }

    private static CatalogEntry entry(String id, boolean restricts) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(CONTENT);
        return new CatalogEntry(
                id,
                Task.VOICE_ACTIVITY,
                id,
                List.of(),
                Speed.FAST,
                "silero",
                1,
                false,
                new Licence("CC-BY-NC-4.0", "https://example.org/licence", "somebody", restricts),
                Map.of(),
                List.of(new ModelFile(
                        "model.onnx", CONTENT.length, HexFormat.of().formatHex(hash))),
                List.of());
    }

    private ModelWork work(String id) {
        return administration.model(id).flatMap(StoredModel::work).orElseThrow();
    }

    private void runAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private void install(String id) {
        administration.install(id, FROM_FOLDER);
        runAll();
        assertThat(work(id).problems()).isEmpty();
    }

    @Test
    void anInstallationIsUnderWayUntilItHasEnded() {
        StoredModel begun = administration.install("vad", FROM_FOLDER).orElseThrow();

        assertThat(begun.installed()).isEmpty();
        assertThat(begun.work().orElseThrow().state()).isEqualTo(ModelWork.State.RUNNING);
        assertThatThrownBy(() -> administration.install("vad", FROM_FOLDER)).isInstanceOf(ModelAtWork.class);
        runAll();
        assertThat(work("vad").state()).isEqualTo(ModelWork.State.DONE);
        assertThat(work("vad").ended()).isPresent();
        StoredModel.Installed installed =
                administration.model("vad").flatMap(StoredModel::installed).orElseThrow();
        assertThat(installed.bytes()).isEqualTo(CONTENT.length);
        assertThat(installed.source()).isEqualTo("files");
    }

    @Test
    void aFailureSaysWhyAndNamesNoFolder() throws IOException {
        Files.writeString(folder.resolve("import/files/model.onnx"), "other");

        administration.install("vad", FROM_FOLDER);
        runAll();

        assertThat(work("vad").state()).isEqualTo(ModelWork.State.FAILED);
        assertThat(work("vad").problems()).singleElement().satisfies(problem -> assertThat(problem)
                .startsWith("vad was not installed: ")
                .contains("model.onnx")
                .doesNotContain(folder.toString()));
        assertThat(administration.model("vad").flatMap(StoredModel::installed)).isEmpty();
    }

    @Test
    void aLicenceThatRestrictsUseHasToBeAcceptedOnce() {
        assertThatThrownBy(() -> administration.install("voice", FROM_FOLDER))
                .isInstanceOf(LicenceNotAccepted.class)
                .hasMessageContaining("CC-BY-NC-4.0")
                .hasMessageContaining("https://example.org/licence");
        assertThat(background).isEmpty();

        administration.install(
                "voice", new InstallOrder(Optional.of("files"), Optional.empty(), Optional.empty(), true));
        runAll();

        assertThat(administration
                        .model("voice")
                        .flatMap(StoredModel::installed)
                        .orElseThrow()
                        .licenceAccepted())
                .isPresent();
        install("voice");
    }

    @Test
    void verifyingFindsWhatIsDamaged() throws IOException {
        install("vad");
        administration.verify("vad");
        runAll();
        assertThat(work("vad").state()).isEqualTo(ModelWork.State.DONE);

        Files.writeString(folder.resolve("store/vad/model.onnx"), "w3ights");
        administration.verify("vad");
        runAll();

        assertThat(work("vad").state()).isEqualTo(ModelWork.State.FAILED);
        assertThat(work("vad").problems()).containsExactly("vad/model.onnx is not the file that was installed.");
    }

    @Test
    void whatIsRemovedIsGoneAndSoItIsTold() {
        install("vad");

        administration.remove("vad");
        assertThat(removed).isEmpty();
        runAll();

        assertThat(removed).containsExactly("vad");
        assertThat(administration.model("vad").flatMap(StoredModel::installed)).isEmpty();
        assertThat(work("vad").kind()).isEqualTo(ModelWork.Kind.REMOVE);
        assertThat(administration.remove("vad")).isEmpty();
    }

    @Test
    void aModelThatOnlyTheStoreHadIsForgotten() throws IOException {
        Files.createDirectories(folder.resolve("store/court"));
        assertThat(administration.models()).extracting(StoredModel::id).containsExactly("vad", "voice", "court");

        administration.remove("court");
        runAll();

        assertThat(administration.model("court")).isEmpty();
        assertThat(administration.models()).extracting(StoredModel::id).containsExactly("vad", "voice");
    }

    @Test
    void whatIsNotThereCannotBeWorkedOn() {
        assertThat(administration.model("nothing")).isEmpty();
        assertThat(administration.verify("vad")).isEmpty();
        assertThat(administration.remove("vad")).isEmpty();
        assertThat(administration.remove("../import")).isEmpty();
        assertThat(administration.install(
                        "nothing", new InstallOrder(Optional.empty(), Optional.empty(), Optional.empty(), true)))
                .isEmpty();
        assertThat(administration.install("../nothing", FROM_FOLDER)).isEmpty();
        assertThat(background).isEmpty();
    }

    @Test
    void aFolderIsNamedWithoutAPath() {
        for (String name : List.of("absent", "..", ".", "", "../import/files", folder.toString(), "files/.")) {
            InstallOrder order = new InstallOrder(Optional.of(name), Optional.empty(), Optional.empty(), false);
            assertThatThrownBy(() -> administration.install("vad", order)).isInstanceOf(NoSuchImport.class);
        }
    }

    @Test
    void theTokenOfTheHubIsNotShown() {
        StoreSettings settings =
                new StoreSettings(folder, folder, Map.of("STT_MODELS_HUB_TOKEN", "hf_secret", "HF_TOKEN", "hf_other"));

        assertThat(settings.toString()).doesNotContain("hf_");
    }
}
