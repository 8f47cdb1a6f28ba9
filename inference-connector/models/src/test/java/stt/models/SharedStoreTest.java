package stt.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.models.sources.Progress;

class SharedStoreTest {

    private final GeneratedModel model = new GeneratedModel("voice");
    private final Path directory;
    private final Path from;
    private final ModelStore store;

    SharedStoreTest(@TempDir Path temporary) throws IOException {
        this.directory = temporary.resolve("store");
        this.from = model.writeWheels(temporary.resolve("from"));
        this.store = ModelStore.at(directory, model.catalog());
    }

    @Test
    void oneOfTwoProcessesInstallsAndTheOtherFindsItDone() throws Exception {
        try (InstallingProcess first = start("Finishing voice")) {
            first.awaitLine("Finishing voice");
            try (InstallingProcess second = start("nowhere")) {
                second.awaitLine("Waiting for another process that is changing the store");
                assertThat(store.find("voice")).isEmpty();
                first.goOn();
                first.awaitLine("changed");
                second.awaitLine("unchanged");
                assertThat(first.exitCode()).isZero();
                assertThat(second.exitCode()).isZero();
            }
        }
        assertThat(store.verify("voice", Progress.SILENT)).isEmpty();
        assertThat(dotted()).doesNotContain(".partial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Downloading voice", "Checking voice", "Finishing voice"})
    void aKilledInstallationLeavesNothingThatLooksInstalled(String step) throws Exception {
        try (InstallingProcess process = start(step)) {
            process.awaitLine(step);
            process.kill();
        }
        assertThat(store.find("voice")).isEmpty();
        assertThat(store.installed()).isEmpty();
        assertThat(dotted()).contains(".partial");

        InstallOptions again = new InstallOptions(from, null, false, true);
        assertThat(store.install("voice", again, Progress.SILENT).changed()).isTrue();
        assertThat(store.verify("voice", Progress.SILENT)).isEmpty();
        assertThat(dotted()).doesNotContain(".partial");
    }

    @Test
    void threadsOfOneProcessInstallOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<InstallResult>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(threads.submit(
                        () -> store.install("voice", new InstallOptions(from, null, false, true), Progress.SILENT)));
            }
            int changes = 0;
            for (Future<InstallResult> result : results) {
                changes += result.get().changed() ? 1 : 0;
            }
            assertThat(changes).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private InstallingProcess start(String haltAt) throws IOException {
        return new InstallingProcess("voice", directory, from, haltAt);
    }

    /** Kinds of the folders that only the holder of the lock may look at. */
    private List<String> dotted() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().split("-", 2)[0])
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }
}
