package stt.connector.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import stt.engine.CudaDevice;
import stt.engine.EngineOptions;
import stt.engine.UnusableModel;
import stt.inference.api.InferenceStatus.Gpu;

/**
 * What models run on: found out once, before any model is loaded, and told in one line of the log. Thread-safe.
 */
public final class Devices {

    private static final System.Logger LOG = System.getLogger(Devices.class.getName());
    private static final long MEBIBYTE = 1L << 20;

    private final HardwareSettings settings;
    private final Hardware hardware;
    private final CompletableFuture<List<CudaDevice>> found = new CompletableFuture<>();
    private volatile List<Gpu> gpus = List.of();

    public Devices(HardwareSettings settings, Hardware hardware) {
        this.settings = settings;
        this.hardware = hardware;
    }

    /** Looks what there is: at once when there can be no driver, else in the background. */
    public void find(Executor background) {
        if (hardware.driver().getAsBoolean()) {
            background.execute(this::ask);
        } else {
            found.complete(decide(List.of()));
        }
    }

    /** Asks the driver again how busy its GPUs are; does nothing where there are none. */
    public void refresh() {
        if (!gpus.isEmpty()) {
            List<Gpu> now = hardware.gpus().get();
            gpus = now.isEmpty() ? gpus : now;
        }
    }

    /** The GPUs that the driver knows, whether models run on them or not, as they were when it was asked last. */
    public List<Gpu> gpus() {
        return gpus;
    }

    /** The GPUs that models run on; none while that is not known, or when they run on the CPU. */
    public List<CudaDevice> used() {
        return found.getNow(List.of());
    }

    /**
     * The ways to run a model, of which any will do; at least one. Waits until it is known what there is.
     *
     * @param forGpu whether the model's graphs are made for GPUs
     * @return empty when it is not known within {@code patience}
     */
    public Optional<List<EngineOptions>> options(boolean forGpu, Duration patience) {
        try {
            List<CudaDevice> cuda = found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            boolean onCpu = cuda.isEmpty() || (settings.provider() != Provider.CUDA && !forGpu);
            return Optional.of(onCpu ? List.of(EngineOptions.cpu(settings.threads())) : on(cuda));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the machine's devices could not be found out", e.getCause());
        }
    }

    private List<EngineOptions> on(List<CudaDevice> cuda) {
        return cuda.stream()
                .map(device -> new EngineOptions(settings.threads(), Optional.of(device)))
                .toList();
    }

    private void ask() {
        try {
            gpus = hardware.gpus().get();
            found.complete(decide(gpus));
        } catch (RuntimeException | Error e) {
            found.completeExceptionally(e);
            throw e;
        }
    }

    private List<CudaDevice> decide(List<Gpu> there) {
        if (settings.provider() == Provider.CPU) {
            return List.of();
        }
        try {
            List<CudaDevice> working = working(wanted(there));
            LOG.log(System.Logger.Level.INFO, "Models for GPUs run on " + names(working, there));
            return working;
        } catch (UnusableModel e) {
            if (settings.provider() == Provider.AUTO) {
                LOG.log(System.Logger.Level.INFO, "Models run on the CPU: " + e.getMessage());
                return List.of();
            }
            LOG.log(System.Logger.Level.ERROR, "No model can run (stt.inference.provider is cuda): " + e.getMessage());
            return asked(there);
        }
    }

    private List<CudaDevice> wanted(List<Gpu> there) {
        if (there.isEmpty()) {
            throw new UnusableModel("there is no NVIDIA GPU with a driver.");
        }
        if (!hardware.build().getAsBoolean()) {
            throw new UnusableModel(
                    "this build carries ONNX Runtime for the CPU only, and a build with -Pgpu would use "
                            + there.get(0).name() + ".");
        }
        for (int number : settings.cudaDevices()) {
            if (there.stream().noneMatch(gpu -> gpu.number() == number)) {
                throw new UnusableModel(
                        "there is no GPU " + number + " (stt.inference.cuda-devices), only " + numbers(there) + ".");
            }
        }
        return asked(there);
    }

    /** Those that the settings name, or all; what the driver does not know is taken to be there. */
    private List<CudaDevice> asked(List<Gpu> there) {
        List<Integer> numbers = settings.cudaDevices().isEmpty()
                ? there.stream().map(Gpu::number).toList()
                : settings.cudaDevices();
        return (numbers.isEmpty() ? List.of(0) : numbers)
                .stream()
                        .map(number -> new CudaDevice(number, settings.cudaMemory(memory(number, there))))
                        .toList();
    }

    private static long memory(int number, List<Gpu> there) {
        return there.stream()
                .filter(gpu -> gpu.number() == number)
                .mapToLong(gpu -> gpu.memoryMegabytes() * MEBIBYTE)
                .findFirst()
                .orElse(0);
    }

    private List<CudaDevice> working(List<CudaDevice> wanted) {
        List<CudaDevice> working = new ArrayList<>();
        List<UnusableModel> failures = new ArrayList<>();
        for (CudaDevice device : wanted) {
            try {
                hardware.trial().accept(device);
                working.add(device);
            } catch (UnusableModel e) {
                failures.add(e);
            }
        }
        if (working.isEmpty()) {
            throw failures.get(0);
        }
        failures.forEach(e -> LOG.log(System.Logger.Level.WARNING, "A GPU is left out: " + e.getMessage()));
        return working;
    }

    private static String names(List<CudaDevice> devices, List<Gpu> there) {
        return there.stream()
                .filter(gpu -> devices.stream().anyMatch(device -> device.ordinal() == gpu.number()))
                .map(gpu -> gpu.name() + " (cuda:" + gpu.number() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String numbers(List<Gpu> there) {
        return there.stream().map(gpu -> Integer.toString(gpu.number())).collect(Collectors.joining(", "));
    }
}
