package stt.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stt.models.sources.Archive;
import stt.models.sources.ArchiveSource;
import stt.models.sources.HubSource;
import stt.models.sources.ModelFile;
import stt.models.sources.Piece;

class CatalogTest {

    private final Catalog catalog = Catalog.builtIn();

    @Test
    void listsTheContractsFourFirstWithTheirNamesAndSpeeds() {
        assertThat(catalog.entries().stream()
                        .limit(4)
                        .map(entry ->
                                List.of(entry.id(), entry.name(), entry.speed().code())))
                .containsExactly(
                        List.of("large-v3-turbo", "Whisper Large V3 Turbo", "fast"),
                        List.of("large-v3", "Whisper Large V3", "standard"),
                        List.of("medium", "Whisper Medium", "fast"),
                        List.of("small", "Whisper Small", "very_fast"));
        assertThat(catalog.entries().get(0).languages())
                .hasSize(99)
                .startsWith("en", "zh")
                .endsWith("jw", "su");
    }

    @Test
    void startsAFreshMachineWithBaseTinyEnglishAndVoiceActivity() {
        assertThat(catalog.starters()).extracting(CatalogEntry::id).containsExactly("base", "tiny.en", "silero-vad");
    }

    @Test
    void everySourceYieldsEveryFileWithItsSize() {
        for (CatalogEntry entry : catalog.entries()) {
            for (ArchiveSource source : archives(entry)) {
                Map<String, Long> bytes = new HashMap<>();
                for (Archive archive : source.archives()) {
                    for (Piece piece : archive.pieces()) {
                        bytes.merge(piece.file(), piece.size(), Long::sum);
                    }
                }
                assertThat(entry.files()).as(entry.id()).allSatisfy(file -> assertThat(bytes)
                        .containsEntry(file.name(), file.size()));
                assertThat(bytes).hasSameSizeAs(entry.files());
            }
        }
    }

    @Test
    void everyModelButOneThatNobodyPublishesCanBeFetched() {
        assertThat(catalog.entries().stream().filter(entry -> entry.sources().isEmpty()))
                .extracting(CatalogEntry::id)
                .containsExactly("redimnet-b2");
    }

    @Test
    void modelsOfAHubArePinned() {
        assertThat(catalog.entries().stream().flatMap(entry -> hubs(entry).stream()))
                .hasSize(21)
                .allSatisfy(source -> assertThat(source.revision()).hasSize(40));
        assertThat(imported().stream().flatMap(entry -> hubs(entry).stream()))
                .hasSize(10)
                .allSatisfy(source -> assertThat(source.files())
                        .contains("model.safetensors", "config.json", "generation_config.json", "tokenizer.json"));
    }

    @Test
    void everyGgmlFileIsKnownToTheByteAndNamedAsItsModel() {
        List<CatalogEntry> entries = ofEngine(CatalogEntry.WHISPER_CPP);
        assertThat(entries).hasSize(10).allSatisfy(entry -> {
            HubSource source = hubs(entry).get(0);
            assertThat(source.files()).containsExactly(entry.id() + ".bin");
            assertThat(source.known(entry.id() + ".bin")).isPresent();
            assertThat(source.revision()).hasSize(40);
        });
    }

    private List<CatalogEntry> imported() {
        return ofEngine(CatalogEntry.WHISPER);
    }

    private List<CatalogEntry> ofEngine(String engine) {
        return catalog.entries().stream()
                .filter(entry -> entry.engine().equals(engine))
                .toList();
    }

    @Test
    void modelsWhoseFilesAreNotKnownTellByTheirShape() {
        assertThat(catalog.entries().stream().filter(CatalogEntry::isImported).filter(entry -> entry.files()
                        .isEmpty()))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.facts()).containsKeys("d_model", "decoder_layers", "mel_bins"));
        assertThat(imported().stream().map(CatalogEntry::facts).distinct()).hasSameSizeAs(imported());
    }

    @Test
    void modelsOfVoicesSayWhatTheyTakeAndGive() {
        assertThat(catalog.entries().stream().filter(entry -> entry.task() == Task.SPEAKERS))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.facts())
                        .containsOnlyKeys("mel_bins", "dimensions", "sample_scale", "same_speaker_percent"));
    }

    @Test
    void refusesSourcesThatAreNotPinnedOrLeaveTheirRepository() {
        String commit = "a".repeat(40);
        assertThat(new HubSource("a/b", commit, List.of("c.json"), List.of())).hasToString("a/b at " + commit);
        for (String repository : List.of("a", "a/b/c", "../b", "a/..", "a/b?c", "")) {
            assertThatThrownBy(() -> new HubSource(repository, commit, List.of(), List.of()))
                    .as(repository)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new HubSource("a/b", "main", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HubSource("a/b", commit, List.of("../c.json"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<ArchiveSource> archives(CatalogEntry entry) {
        return entry.sources().stream()
                .filter(ArchiveSource.class::isInstance)
                .map(ArchiveSource.class::cast)
                .toList();
    }

    private static List<HubSource> hubs(CatalogEntry entry) {
        return entry.sources().stream()
                .filter(HubSource.class::isInstance)
                .map(HubSource.class::cast)
                .toList();
    }

    @Test
    void everyStarterCanBeFetched() {
        assertThat(catalog.starters()).allSatisfy(entry -> {
            assertThat(entry.sources()).isNotEmpty();
            assertThat(entry.files()).isNotEmpty();
        });
    }

    @Test
    void refusesTwoModelsWithOneId() {
        CatalogEntry base = catalog.find("base").orElseThrow();
        assertThatThrownBy(() -> new Catalog(List.of(base, base))).hasMessageContaining("id base");
    }

    @Test
    void refusesFileNamesThatLeaveTheirFolder() {
        String sha256 = "0".repeat(64);
        assertThatThrownBy(() -> new ModelFile("../model.bin", 1, sha256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModelFile("a/b", 1, sha256)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesIdsThatAreNotFolderNames() {
        assertThat(CatalogEntry.isId("large-v3-turbo")).isTrue();
        assertThat(CatalogEntry.isId("tiny.en")).isTrue();
        for (String id : List.of("", "..", ".lock", "a/b", "A", "a b", "a".repeat(65))) {
            assertThat(CatalogEntry.isId(id)).as(id).isFalse();
        }
    }
}
