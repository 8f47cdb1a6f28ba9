package stt.connector.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stt.engine.CudaDevice;
import stt.engine.EngineOptions;
import stt.engine.UnusableModel;
import stt.inference.api.InferenceStatus.Gpu;

/** What models run on, on machines that are told. */
class DevicesTest {

    private static final long GIB = 1L << 30;

    /** A step of the search, in the order in which they were taken. */
    private final List<String> steps = new ArrayList<>();

    private final List<Gpu> gpus = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();
    private boolean driver = true;
    private boolean build = true;

    private static Gpu gpu(int number) {
        return new Gpu(number, "NVIDIA L4", 24_000, OptionalLong.of(100), OptionalInt.of(0));
    }

    private Devices find(Provider provider, Integer... numbers) {
        Hardware machine = new Hardware(
                () -> step("driver", driver),
                () -> step("gpus", List.copyOf(gpus)),
                () -> step("build", build),
                device -> {
                    steps.add("trial of " + device.ordinal());
                    if (broken.contains(device.ordinal())) {
                        throw new UnusableModel("libcudnn.so.9 is missing.");
                    }
                });
        Devices devices = new Devices(new HardwareSettings(provider, 2, 8 * GIB, List.of(numbers), 0), machine);
        devices.find(Runnable::run);
        return devices;
    }

    private <T> T step(String name, T answer) {
        steps.add(name);
        return answer;
    }

    private static List<String> options(Devices devices, boolean forGpu) {
        return devices.options(forGpu, Duration.ZERO).stream()
                .flatMap(List::stream)
                .map(EngineOptions::device)
                .toList();
    }

    @Test
    void runsOnTheCpuWithoutAskingFurtherWhereThereIsNoDriver() {
        driver = false;

        Devices devices = find(Provider.AUTO);

        assertThat(options(devices, true)).containsExactly("cpu");
        assertThat(steps).containsExactly("driver");
    }

    @Test
    void runsOnTheCpuWhereTheDriverHasNoGpu() {
        assertThat(options(find(Provider.AUTO), true)).containsExactly("cpu");
        assertThat(steps).containsExactly("driver", "gpus");
    }

    @Test
    void runsOnTheCpuWithABuildForIt() {
        gpus.add(gpu(0));
        build = false;

        Devices devices = find(Provider.AUTO);

        assertThat(options(devices, true)).containsExactly("cpu");
        assertThat(steps).containsExactly("driver", "gpus", "build");
        assertThat(devices.gpus()).containsExactly(gpu(0));
    }

    @Test
    void runsOnTheCpuWhereCudaDoesNotWork() {
        gpus.add(gpu(0));
        broken.add(0);

        assertThat(options(find(Provider.AUTO), true)).containsExactly("cpu");
        assertThat(steps).containsExactly("driver", "gpus", "build", "trial of 0");
    }

    @Test
    void runsOnTheCpuWhenToldTo() {
        gpus.add(gpu(0));

        Devices devices = find(Provider.CPU);

        assertThat(options(devices, true)).containsExactly("cpu");
        assertThat(steps).containsExactly("driver", "gpus");
        assertThat(devices.gpus()).containsExactly(gpu(0));
    }

    @Test
    void runsGraphsForGpusOnEveryGpuAndThoseForCpusOnTheCpu() {
        gpus.addAll(List.of(gpu(0), gpu(1)));

        Devices devices = find(Provider.AUTO);

        assertThat(options(devices, true)).containsExactly("cuda:0", "cuda:1");
        assertThat(options(devices, false)).containsExactly("cpu");
    }

    @Test
    void leavesAGpuOutThatDoesNotWork() {
        gpus.addAll(List.of(gpu(0), gpu(1)));
        broken.add(0);

        assertThat(options(find(Provider.AUTO), true)).containsExactly("cuda:1");
    }

    @Test
    void runsOnTheGpusThatAreNamed() {
        gpus.addAll(List.of(gpu(0), gpu(1), gpu(2)));

        assertThat(options(find(Provider.AUTO, 2, 1), true)).containsExactly("cuda:2", "cuda:1");
    }

    @Test
    void runsOnTheCpuWhenAGpuIsNamedThatThereIsNot() {
        gpus.add(gpu(0));

        assertThat(options(find(Provider.AUTO, 7), true)).containsExactly("cpu");
    }

    @Test
    void neverRunsOnTheCpuWhenToldToUseCuda() {
        driver = false;
        assertThat(options(find(Provider.CUDA), true)).containsExactly("cuda:0");

        driver = true;
        gpus.add(gpu(0));
        assertThat(options(find(Provider.CUDA), false)).containsExactly("cuda:0");
    }

    @Test
    void leavesATenthOfAGpusMemoryFree() {
        gpus.add(gpu(0));

        assertThat(find(Provider.AUTO).used()).containsExactly(new CudaDevice(0, (24_000L << 20) / 10 * 9));
    }

    @Test
    void takesTheLimitThatIsConfiguredOrTheMachinesWhereAGpuHasNoMemoryOfItsOwn() {
        HardwareSettings told = new HardwareSettings(Provider.AUTO, 2, 8 * GIB, List.of(), 4 * GIB);
        HardwareSettings untold = new HardwareSettings(Provider.AUTO, 2, 8 * GIB, List.of(), 0);

        assertThat(told.cudaMemory(24 * GIB)).isEqualTo(4 * GIB);
        assertThat(untold.cudaMemory(0)).isEqualTo(8 * GIB);
    }

    @Test
    void saysNothingWhileItDoesNotKnow() {
        Devices devices = new Devices(
                new HardwareSettings(Provider.AUTO, 2, 8 * GIB, List.of(), 0),
                new Hardware(() -> true, () -> gpus, () -> build, device -> {}));
        devices.find(task -> {});

        assertThat(devices.options(true, Duration.ZERO)).isEmpty();
        assertThat(devices.used()).isEmpty();
    }

    @Test
    void asksHowBusyGpusAreOnlyWhereThereAreAny() {
        driver = false;
        Devices without = find(Provider.AUTO);
        without.refresh();
        assertThat(steps).containsExactly("driver");

        driver = true;
        gpus.add(gpu(0));
        Devices with = find(Provider.AUTO);
        Gpu busy = new Gpu(0, "NVIDIA L4", 24_000, OptionalLong.of(20_000), OptionalInt.of(99));
        gpus.set(0, busy);
        with.refresh();
        assertThat(with.gpus()).containsExactly(busy);
    }
}
