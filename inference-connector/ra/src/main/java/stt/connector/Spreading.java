package stt.connector;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import stt.engine.EngineOptions;

/**
 * Spreads sessions over devices that are as good as each other. A model is loaded on a further device only when those that
 * have it are busier.
 *
 * @param loads what is on them
 * @param memory how much may be
 */
record Spreading(Collection<Load> loads, MemoryLimit memory) {

    /**
     * The choice whose device has the fewest users; among equals one that has the model, then the emptiest, then the first.
     * Devices without room are for models that have no room anywhere.
     *
     * @param need bytes of the model
     */
    SessionRequest choose(List<SessionRequest> choices, long need) {
        List<SessionRequest> possible = choices.stream()
                .filter(choice -> has(choice) || memory.fits(loads, choice, need))
                .toList();
        return (possible.isEmpty() ? choices : possible)
                .stream()
                        .min(Comparator.<SessionRequest>comparingInt(choice -> users(choice.options()))
                                .thenComparing(choice -> !has(choice))
                                .thenComparingLong(choice -> MemoryLimit.held(loads, choice.device())))
                        .orElseThrow();
    }

    private boolean has(SessionRequest choice) {
        return loads.stream()
                .anyMatch(load -> load.isCurrent() && load.request().equals(choice));
    }

    private int users(EngineOptions options) {
        return loads.stream()
                .filter(load -> load.request().options().equals(options))
                .mapToInt(Load::users)
                .sum();
    }
}
