package stt.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final UUID ID = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000001");

    @TempDir
    private Path temporary;

    private Path upload;
    private RecordingFolder folder;

    @BeforeEach
    void upload() throws IOException {
        upload = Files.writeString(temporary.resolve("upload"), "sound");
        folder = new RecordingFolder(temporary.resolve("audio"));
    }

    @Test
    void whatIsPlacedStaysWhenTheUploadGoes() throws IOException {
        assertThat(folder.place(upload, ID, NOW)).isEqualTo(5);
        Files.delete(upload);

        assertThat(folder.find(ID)).hasValueSatisfying(file -> assertThat(file).hasContent("sound"));
    }

    @Test
    void removingTakesAwayThatOneAndNoOther() {
        UUID other = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000002");
        folder.place(upload, ID, NOW);
        folder.place(upload, other, NOW);

        folder.remove(ID);
        folder.remove(ID);

        assertThat(folder.find(ID)).isEmpty();
        assertThat(folder.find(other)).isPresent();
        assertThat(upload).exists();
    }

    @Test
    void whatCannotBePlacedLeavesNothing() {
        assertThatThrownBy(() -> folder.place(temporary.resolve("missing"), ID, NOW))
                .isInstanceOf(RecordingNotKept.class);

        assertThat(folder.find(ID)).isEmpty();
    }

    @Test
    void onlyRecordingsOfSomeAgeAreTold() throws IOException {
        folder.place(upload, ID, NOW);
        Files.writeString(temporary.resolve("audio/0a/readme.txt"), "not ours");

        assertThat(folder.placedBefore(NOW.plusSeconds(1))).isEqualTo(List.of(ID));
        assertThat(folder.placedBefore(NOW)).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereYetHasNone() {
        assertThat(folder.placedBefore(NOW)).isEmpty();
    }
}
