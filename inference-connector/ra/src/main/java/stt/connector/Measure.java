package stt.connector;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import stt.engine.EngineModel;

/**
 * What a model adds to the memory that is taken, from before its load to after its first run. It can be told only when nothing
 * else went on meanwhile.
 */
final class Measure {

    private final ModelTable table;
    private final Load load;
    private final Function<SessionRequest, OptionalLong> held;
    private final Optional<Integer> usesBefore;
    private final OptionalLong before;

    /** Begins: the model is not there yet. */
    Measure(ModelTable table, Load load, Function<SessionRequest, OptionalLong> held) {
        this.table = table;
        this.load = load;
        this.held = held;
        this.usesBefore = table.quiet(load);
        this.before = held.apply(load.request());
    }

    /** Bytes that it takes, at least those of its weights; empty when they cannot be told. */
    OptionalLong of(EngineModel model) {
        OptionalLong after = held.apply(load.request());
        boolean quiet = usesBefore.isPresent() && usesBefore.equals(table.quiet(load));
        return quiet && before.isPresent() && after.isPresent()
                ? OptionalLong.of(Math.max(model.weightBytes(), after.getAsLong() - before.getAsLong()))
                : OptionalLong.empty();
    }
}
