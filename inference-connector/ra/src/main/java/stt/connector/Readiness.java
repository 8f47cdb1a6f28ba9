package stt.connector;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stt.inference.api.InferenceStatus;

/**
 * Whether inference can really run now, from what the last run of each model came to: a caller's, or a probe's.
 * Thread-safe.
 */
final class Readiness {

    /** What is known, and one sentence about it unless all is well. */
    record State(InferenceStatus.Readiness readiness, Optional<String> detail) {

        static State of(InferenceStatus.Readiness readiness, String detail) {
            return new State(readiness, Optional.of(detail));
        }
    }

    private static final State OK = new State(InferenceStatus.Readiness.OK, Optional.empty());

    /** Models whose first run is under way. */
    private final Set<String> expected = new LinkedHashSet<>();

    /** What went wrong in the last run of a model; empty when nothing did. */
    private final Map<String, Optional<String>> outcomes = new LinkedHashMap<>();

    /** A first run of this model is under way; until it ends, nothing is known of it. */
    synchronized void expect(String model) {
        expected.add(model);
    }

    synchronized void succeeded(String model) {
        expected.remove(model);
        outcomes.put(model, Optional.empty());
    }

    /** @return whether that is new */
    synchronized boolean failed(String model, String detail) {
        expected.remove(model);
        Optional<String> failure = Optional.of(detail);
        return !failure.equals(outcomes.put(model, failure));
    }

    /** Nothing is known of a model any more: it is not there. */
    synchronized void forget(String model) {
        expected.remove(model);
        outcomes.remove(model);
    }

    /** @param anyInstalled whether a caller could ask for a model at all */
    synchronized State state(boolean anyInstalled) {
        Optional<String> failure =
                outcomes.values().stream().flatMap(Optional::stream).findFirst();
        boolean works = outcomes.values().stream().anyMatch(Optional::isEmpty);
        if (!works && !expected.isEmpty()) {
            return State.of(InferenceStatus.Readiness.LOADING, "Loading " + String.join(", ", expected));
        }
        if (failure.isPresent()) {
            return new State(
                    works ? InferenceStatus.Readiness.DEGRADED : InferenceStatus.Readiness.UNAVAILABLE, failure);
        }
        if (works) {
            return OK;
        }
        // Nothing is preloaded and nobody has asked for a model yet.
        return anyInstalled
                ? OK
                : State.of(InferenceStatus.Readiness.UNAVAILABLE, "No speech recognition model is installed");
    }
}
