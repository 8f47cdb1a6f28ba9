package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import stt.inference.api.InferenceStatus.Gpu;

class GpusTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void readsTheFirstGpu() {
        assertThat(Gpus.parse("NVIDIA A100-SXM4-80GB, 81920\nNVIDIA T4, 15360\n"))
                .contains(new Gpu("NVIDIA A100-SXM4-80GB", 81920));
    }

    @Test
    void readsANameWithCommas() {
        assertThat(Gpus.parse("NVIDIA Tesla, special, 8188")).contains(new Gpu("NVIDIA Tesla, special", 8188));
    }

    @Test
    void readsAGpuWithoutMemoryOfItsOwn() {
        assertThat(Gpus.parse("NVIDIA GB10, [N/A]")).contains(new Gpu("NVIDIA GB10", 0));
    }

    @Test
    void readsNothingFromADriverWithoutDevices() {
        assertThat(Gpus.parse("No devices were found\n")).isEmpty();
        assertThat(Gpus.parse("")).isEmpty();
    }

    @Test
    void asksTheProgram() {
        assertThat(Gpus.first(List.of("echo", "NVIDIA A100, 40960"), LIMIT)).contains(new Gpu("NVIDIA A100", 40960));
    }

    @Test
    void knowsOfNoGpuWithoutTheProgram() {
        assertThat(Gpus.first(List.of("no-such-driver-program"), LIMIT)).isEmpty();
    }

    @Test
    void knowsOfNoGpuWhenTheDriverFails() {
        assertThat(Gpus.first(List.of("sh", "-c", "echo NVIDIA A100, 40960; exit 9"), LIMIT))
                .isEmpty();
    }

    @Test
    void doesNotWaitForADriverThatHangs() {
        assertThat(Gpus.first(List.of("sleep", "3600"), Duration.ofMillis(1))).isEmpty();
    }
}
