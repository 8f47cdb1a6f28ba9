package stt.connector.devices;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * What operators decide about the machine.
 *
 * @param provider what models are to run on
 * @param threads that one run may use on the CPU
 * @param memory bytes that models may hold of the machine's memory
 * @param cudaDevices numbers of the GPUs to use; none: all
 * @param cudaMemory bytes that models may hold of each GPU's memory; 0: what {@link #cudaMemory(long)} takes
 */
public record HardwareSettings(
        Provider provider, int threads, long memory, List<Integer> cudaDevices, long cudaMemory) {

    /** Sessions share the cores: one run is not to take them all on a large machine. */
    private static final int MOST_THREADS = 4;

    private static final long MEBIBYTE = 1L << 20;

    public HardwareSettings {
        cudaDevices = List.copyOf(cudaDevices);
        if (threads < 1 || memory < 1 || cudaMemory < 0) {
            throw new IllegalArgumentException("threads and memory must be positive, found " + threads + " threads, "
                    + memory + " bytes of memory, and " + cudaMemory + " on a GPU");
        }
    }

    /**
     * Reads the documented keys.
     *
     * @throws IllegalArgumentException when a value is not of its kind
     */
    public static HardwareSettings from(Config config) {
        return new HardwareSettings(
                Provider.of(config.getValue("stt.inference.provider", String.class)),
                threads(config.getValue("stt.inference.threads", Integer.class)),
                memory(config.getValue("stt.inference.memory", Long.class)),
                CommaSeparated.of(config, "stt.inference.cuda-devices").stream()
                        .map(Integer::valueOf)
                        .toList(),
                config.getValue("stt.inference.cuda-memory", Long.class) * MEBIBYTE);
    }

    /** Bytes for models on a GPU that has {@code total}: a tenth is left to CUDA itself and to the screen. */
    long cudaMemory(long total) {
        if (cudaMemory > 0) {
            return cudaMemory;
        }
        return total > 0 ? total / 10 * 9 : memory; // a GPU without memory of its own shares the machine's
    }

    private static int threads(int configured) {
        return configured > 0 ? configured : Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    }

    private static long memory(long mebibytes) {
        return mebibytes > 0 ? mebibytes * MEBIBYTE : machine() / 3 * 2;
    }

    /** The machine's memory, or what its container may use of it. */
    private static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
