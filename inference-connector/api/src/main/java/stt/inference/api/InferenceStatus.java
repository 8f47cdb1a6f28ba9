package stt.inference.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The state of inference in this process.
 *
 * @param readiness whether inference can really run now: the outcome of the last real run or probe
 * @param detail one sentence for operators when {@code readiness} is not {@code OK}
 * @param devices the CPU, then the GPUs that the driver knows, by number
 * @param models those that are loading, loaded, or could not be loaded, by id
 * @param liveSessions sessions that hold native memory now, idle ones included
 * @param runningSessions sessions in a run now
 * @param decodedSteps decoder steps since the adapter started
 */
public record InferenceStatus(
        Readiness readiness,
        Optional<String> detail,
        List<Device> devices,
        Map<String, ModelState> models,
        int liveSessions,
        int runningSessions,
        long decodedSteps) {

    /** Whether inference can run now. */
    public enum Readiness {
        OK,
        LOADING,
        DEGRADED,
        UNAVAILABLE
    }

    /**
     * What models can be on.
     *
     * @param id {@code cpu}, or {@code cuda:} and the number of the GPU
     * @param modelBytes what models hold of its memory, loading ones included
     * @param modelLimit how much they may hold; 0: none run there
     * @param gpu what the driver says; empty for the CPU
     */
    public record Device(String id, long modelBytes, long modelLimit, Optional<Gpu> gpu) {}

    /**
     * A CUDA device, as its driver describes it.
     *
     * @param number the driver's, from 0
     * @param name for people
     * @param memoryMegabytes all of its memory; 0 where it has none of its own, or the driver does not say
     * @param usedMegabytes what every process together has taken, a moment ago
     * @param utilization percent of the time in which it computed, a moment ago
     */
    public record Gpu(
            int number, String name, long memoryMegabytes, OptionalLong usedMegabytes, OptionalInt utilization) {}

    public InferenceStatus {
        devices = List.copyOf(devices);
        models = Map.copyOf(models);
    }

    /** The first GPU. */
    public Optional<Gpu> gpu() {
        return devices.stream().flatMap(device -> device.gpu().stream()).findFirst();
    }
}
