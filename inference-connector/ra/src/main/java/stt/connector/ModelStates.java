package stt.connector;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import stt.inference.api.ModelState;
import stt.inference.api.ModelState.Phase;

/** What is told of models: one state for each, wherever it runs. */
final class ModelStates {

    private ModelStates() {}

    /** States by id, of models that are on their way, in memory, or failed. */
    static Map<String, ModelState> of(Collection<Load> loads, Failures failures) {
        Map<String, ModelState> states = new HashMap<>();
        failures.all().forEach(request -> states.put(request.model(), failed(failures.of(request.model()))));
        loads.stream()
                .filter(Load::isCurrent)
                .collect(Collectors.groupingBy(load -> load.request().model()))
                .forEach((id, same) -> states.put(id, present(same, failures.of(id))));
        return states;
    }

    private static ModelState failed(Optional<Failures.Failure> failure) {
        return new ModelState(
                Phase.FAILED, List.of(), 0, OptionalLong.empty(), Optional.empty(), failure.map(ModelStates::toldOf));
    }

    private static ModelState present(List<Load> same, Optional<Failures.Failure> failure) {
        boolean there = same.stream().anyMatch(load -> load.model().isPresent());
        boolean used = same.stream().anyMatch(load -> load.users() > 0);
        Optional<Instant> lastUse = same.stream().map(Load::lastUse).max(Comparator.naturalOrder());
        return new ModelState(
                there ? Phase.LOADED : Phase.LOADING,
                same.stream().map(load -> load.request().device()).distinct().toList(),
                same.stream().mapToLong(Load::bytes).sum(),
                measured(same),
                there && !used ? lastUse : Optional.empty(),
                failure.map(ModelStates::toldOf));
    }

    private static OptionalLong measured(List<Load> same) {
        boolean all = same.stream().allMatch(load -> load.measured().isPresent());
        return all
                ? OptionalLong.of(same.stream()
                        .flatMapToLong(load -> load.measured().stream())
                        .sum())
                : OptionalLong.empty();
    }

    private static ModelState.Failure toldOf(Failures.Failure failure) {
        return new ModelState.Failure(failure.reason(), failure.nextTry());
    }
}
