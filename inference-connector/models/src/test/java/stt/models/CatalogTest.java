package stt.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stt.models.sources.Archive;
import stt.models.sources.ArchiveSource;
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
            for (ArchiveSource source : entry.sources()) {
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
