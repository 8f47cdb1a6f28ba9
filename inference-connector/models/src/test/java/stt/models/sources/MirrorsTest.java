package stt.models.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.models.InstallOptions;
import stt.models.ModelStore;

/** Fetches small packages from the mirrors that this machine is configured for. */
@Tag("models")
class MirrorsTest {

    private final Path folder;

    MirrorsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aModelComesThroughPip() {
        ModelStore store = ModelStore.at(folder);
        assertThat(store.install("silero-vad", InstallOptions.QUICK, Progress.SILENT)
                        .changed())
                .isTrue();
        assertThat(store.find("silero-vad").orElseThrow().file("silero_vad.onnx"))
                .hasSize(2_327_524);
        assertThat(store.verify("silero-vad", Progress.SILENT)).isEmpty();
    }

    @Test
    void anArtifactComesThroughMaven() throws IOException {
        AtomicLong grown = new AtomicLong();
        Path jar = ArchiveFetcher.of(Mirror.MAVEN)
                .fetch(new Archive("org.jspecify:jspecify:1.0.0", 3_000, List.of()), folder, grown::addAndGet);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.getEntry("org/jspecify/annotations/Nullable.class")).isNotNull();
        }
        assertThat(grown.get()).isPositive();
    }

    @Test
    void mavenSaysWhenThereIsNoSuchArtifact() {
        Archive none = new Archive("org.jspecify:jspecify:0.0.0-none", 3_000, List.of());
        assertThatThrownBy(() -> ArchiveFetcher.of(Mirror.MAVEN).fetch(none, folder, bytes -> {}))
                .isInstanceOf(SourceFailed.class)
                .hasMessage(
                        "the Maven mirror has no org.jspecify:jspecify:0.0.0-none, or fetch the files elsewhere and use"
                                + " --from DIR.");
    }
}
