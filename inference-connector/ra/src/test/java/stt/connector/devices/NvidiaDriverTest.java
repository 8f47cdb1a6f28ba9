package stt.connector.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.inference.api.InferenceStatus.Gpu;

class NvidiaDriverTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path files;

    private List<Gpu> asked(String... program) {
        return new NvidiaDriver(List.of(program), files, LIMIT).gpus();
    }

    private static Gpu busy(int number, String name, long memory) {
        return new Gpu(number, name, memory, OptionalLong.of(1234), OptionalInt.of(56));
    }

    @Test
    void readsEveryGpu() {
        assertThat(NvidiaDriver.parse("0, NVIDIA A100-SXM4-80GB, 81920, 1234, 56\n1, NVIDIA T4, 15360, 1234, 56\n"))
                .containsExactly(busy(0, "NVIDIA A100-SXM4-80GB", 81920), busy(1, "NVIDIA T4", 15360));
    }

    @Test
    void readsANameWithCommas() {
        assertThat(NvidiaDriver.parse("3, NVIDIA Tesla, special, 8188, 1234, 56"))
                .containsExactly(busy(3, "NVIDIA Tesla, special", 8188));
    }

    @Test
    void readsAGpuWithoutMemoryOfItsOwn() {
        assertThat(NvidiaDriver.parse("0, NVIDIA GB10, [N/A], [N/A], [Not Supported]"))
                .containsExactly(new Gpu(0, "NVIDIA GB10", 0, OptionalLong.empty(), OptionalInt.empty()));
    }

    @Test
    void readsNothingFromADriverWithoutDevices() {
        assertThat(NvidiaDriver.parse("No devices were found\n")).isEmpty();
        assertThat(NvidiaDriver.parse("")).isEmpty();
    }

    @Test
    void asksTheProgram() {
        assertThat(asked("echo", "0, NVIDIA A100, 40960, 1234, 56")).containsExactly(busy(0, "NVIDIA A100", 40960));
    }

    @Test
    void knowsOfNoGpuWithoutAProgramOrFiles() {
        assertThat(asked("no-such-driver-program")).isEmpty();
        assertThat(new NvidiaDriver(List.of("no-such-driver-program"), files.resolve("none"), LIMIT).gpus())
                .isEmpty();
    }

    /** As driver 550 writes it. */
    @Test
    void readsNamesFromTheDriversFilesWithoutTheProgram() throws IOException {
        for (String address : List.of("0000:c1:00.0", "0000:01:00.0")) {
            Path gpu = Files.createDirectory(files.resolve(address));
            Files.writeString(
                    gpu.resolve("information"),
                    "Model: \t\t NVIDIA L4 at %s\nIRQ:   \t\t 139\nGPU UUID: \t GPU-1\nDevice Minor: \t 0\n"
                            .formatted(address));
        }

        assertThat(asked("no-such-driver-program"))
                .extracting(Gpu::name)
                .containsExactly("NVIDIA L4 at 0000:01:00.0", "NVIDIA L4 at 0000:c1:00.0");
    }

    @Test
    void knowsOfNoGpuWhenTheDriverFails() {
        assertThat(asked("sh", "-c", "echo 0, NVIDIA A100, 40960, 1, 1; exit 9"))
                .isEmpty();
    }

    @Test
    void doesNotWaitForADriverThatHangs() {
        assertThat(new NvidiaDriver(List.of("sleep", "3600"), files, Duration.ofMillis(1)).gpus())
                .isEmpty();
    }
}
