package stt.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledModelsTest {

    @TempDir
    Path folder;

    @Test
    void unpacksBothModelsWholeIntoAFolderThatIsNotThereYet() throws IOException {
        Path target = folder.resolve("a").resolve("b");
        BundledModels.unpack(target);
        assertThat(Files.size(target.resolve(BundledModels.SEGMENTATION))).isEqualTo(5984314);
        assertThat(Files.size(target.resolve(BundledModels.VOICES))).isEqualTo(28303555);
        assertThat(target.toFile().list()).containsExactlyInAnyOrder(BundledModels.SEGMENTATION, BundledModels.VOICES);
    }

    @Test
    void replacesACorruptFileAndLeavesAGoodOneAlone() throws IOException {
        BundledModels.unpack(folder);
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(folder.resolve(BundledModels.VOICES), longAgo);
        Files.writeString(folder.resolve(BundledModels.SEGMENTATION), "not a model");
        BundledModels.unpack(folder);
        assertThat(Files.size(folder.resolve(BundledModels.SEGMENTATION))).isEqualTo(5984314);
        assertThat(Files.getLastModifiedTime(folder.resolve(BundledModels.VOICES)))
                .isEqualTo(longAgo);
    }

    @Test
    void saysWhyWhenItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> BundledModels.unpack(file))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("bundled models");
    }
}
