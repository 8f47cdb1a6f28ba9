package stt.inference.api;

import java.util.Map;
import java.util.Optional;

/**
 * The state of inference in this process.
 *
 * @param readiness whether inference can really run now: the outcome of the last real run or probe
 * @param detail one sentence for operators when {@code readiness} is not {@code OK}
 * @param gpu from the driver; empty without one
 * @param loadedModels model id to bytes of weights held
 * @param liveSessions sessions that hold native memory now, idle ones included
 * @param runningSessions sessions in a run now
 * @param decodedSteps decoder steps since the adapter started
 */
public record InferenceStatus(
        Readiness readiness,
        Optional<String> detail,
        Optional<Gpu> gpu,
        Map<String, Long> loadedModels,
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

    /** The first CUDA device. */
    public record Gpu(String name, long memoryMegabytes) {}

    public InferenceStatus {
        loadedModels = Map.copyOf(loadedModels);
    }
}
