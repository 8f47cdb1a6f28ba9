package stt.inference.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a model is in its life, in this process.
 *
 * @param phase what can be done with it now
 * @param devices what holds it: {@code cpu}, {@code cuda:0} and so on; empty unless it is loading or loaded
 * @param memoryBytes what it counts with against their limits: at least what it needs with a session at work; 0 unless it is
 *     loading or loaded
 * @param measuredBytes by how much memory in use grew from before its load to after its first run; empty when that could not
 *     be told from what else went on
 * @param idleSince since when nobody uses it; empty while somebody does, and unless it is loaded
 * @param failure what its last load or trial came to, if it failed
 */
public record ModelState(
        Phase phase,
        List<String> devices,
        long memoryBytes,
        OptionalLong measuredBytes,
        Optional<Instant> idleSince,
        Optional<Failure> failure) {

    /** A model that nobody has asked for. */
    public static final ModelState UNLOADED =
            new ModelState(Phase.UNLOADED, List.of(), 0, OptionalLong.empty(), Optional.empty(), Optional.empty());

    /** What can be done with a model. */
    public enum Phase {
        /** Not in memory: the next request loads it. */
        UNLOADED,
        /** On its way into memory, its first run included. */
        LOADING,
        /** In memory, and has run well. */
        LOADED,
        /** Could not be loaded: requests are refused until the next try. */
        FAILED
    }

    /**
     * A load that failed.
     *
     * @param reason one sentence, which names no folder
     * @param nextTry when it is tried again
     */
    public record Failure(String reason, Instant nextTry) {}

    public ModelState {
        devices = List.copyOf(devices);
    }
}
