package stt.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void takesTheUploadAway() throws IOException {
        Path upload = Files.writeString(folder.resolve("upload"), "sound");
        JobFiles files = new JobFiles(folder.resolve("jobs"));

        UUID name = files.keep(upload);

        assertThat(files.path(name)).hasContent("sound");
        assertThat(upload).doesNotExist();
        files.remove(name);
        assertThat(files.path(name)).doesNotExist();
    }

    @Test
    void leavesNothingOfWhatCannotBeKept() {
        JobFiles files = new JobFiles(folder.resolve("jobs"));

        assertThatThrownBy(() -> files.keep(folder.resolve("missing"))).isInstanceOf(NoStorage.class);
        assertThat(folder.resolve("jobs")).isEmptyDirectory();
    }

    @Test
    void sweepsWhatIsOldAndNotNeeded() throws IOException {
        JobFiles files = new JobFiles(folder);
        UUID needed = aged("needed", NOW.minusSeconds(60));
        UUID left = aged("left", NOW.minusSeconds(60));
        UUID young = aged("young", NOW);

        assertThat(files.sweep(Set.of(needed.toString()), NOW)).isEqualTo(1);

        assertThat(files.path(needed)).exists();
        assertThat(files.path(left)).doesNotExist();
        assertThat(files.path(young)).exists();
    }

    private UUID aged(String content, Instant time) throws IOException {
        UUID name = new JobFiles(folder).keep(Files.writeString(folder.resolve(content), content));
        Files.setLastModifiedTime(folder.resolve(name.toString()), FileTime.from(time));
        return name;
    }
}
