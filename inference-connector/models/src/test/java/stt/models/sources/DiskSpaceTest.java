package stt.models.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    @Test
    void refusesWhatDoesNotFit(@TempDir Path folder) throws IOException {
        DiskSpace.require(0, folder);
        assertThatThrownBy(() -> DiskSpace.require(Long.MAX_VALUE, folder))
                .isInstanceOf(SourceFailed.class)
                .hasMessageStartingWith("it needs ")
                .hasMessageEndingWith(" MB are free.");
    }

    /** Linux has a device that is always full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void recognizesAFullDisk() {
        IOException full =
                catchThrowableOfType(IOException.class, () -> Files.write(Path.of("/dev/full"), new byte[10]));
        assertThat(DiskSpace.isFull(full)).isTrue();
        assertThat(DiskSpace.isFull(new IOException("Permission denied"))).isFalse();
    }
}
