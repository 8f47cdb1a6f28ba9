package stt.web.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {

    private final Path spool;

    SpoolFolderTest(@TempDir Path folder) {
        spool = folder.resolve("spool");
    }

    @Test
    void anUploadIsThereUntilItIsClosed() throws IOException {
        try (SpoolFolder own = SpoolFolder.create(spool)) {
            try (SpooledFile file = own.newFile()) {
                assertThat(file.fill(new ByteArrayInputStream(new byte[100_000])))
                        .isEqualTo(100_000);
                assertThat(file.path()).hasSize(100_000);
            }
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void anIdleSpoolHoldsNoFile() throws IOException {
        try (SpoolFolder own = SpoolFolder.create(spool)) {
            assertThat(own).isNotNull();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void whatADeadProcessLeftIsSwept() throws IOException {
        Path left = Files.createDirectories(spool.resolve("of-a-dead-process"));
        Files.writeString(left.resolve("upload"), "half a recording");

        assertThat(SpoolFolder.sweep(spool)).isEqualTo(1);
        assertThat(left).doesNotExist();
    }

    @Test
    void whatAProcessThatLivesHasIsLeftAlone() throws IOException {
        try (SpoolFolder own = SpoolFolder.create(spool);
                SpooledFile file = own.newFile()) {
            assertThat(SpoolFolder.sweep(spool)).isZero();
            assertThat(file.path()).exists();
        }
    }

    @Test
    void whatAnotherProcessThatLivesHasIsLeftAlone() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpoolHolder.class.getName(),
                        spool.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            Path held = Path.of(other.inputReader().readLine());
            assertThat(SpoolFolder.sweep(spool)).isZero();
            assertThat(held).exists();

            other.destroyForcibly().waitFor();

            assertThat(SpoolFolder.sweep(spool)).isEqualTo(1);
            assertThat(held).doesNotExist();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void closingLeavesNothing() throws IOException {
        SpoolFolder own = SpoolFolder.create(spool);
        assertThat(own.newFile().path()).exists();
        own.close();

        try (Stream<Path> left = Files.walk(spool.resolveSibling("spool.locks"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(spool)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
