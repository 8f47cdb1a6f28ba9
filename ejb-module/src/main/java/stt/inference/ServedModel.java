package stt.inference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import stt.inference.api.ModelInfo;
import stt.inference.api.Task;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedLanguage;
import stt.inference.api.UnsupportedTask;

/**
 * A model as requests may name it.
 *
 * @param info what the catalog and the store know of it
 * @param servedBy id of the installed model that an alias puts in its place; empty when it serves itself or nothing does
 */
public record ServedModel(ModelInfo info, Optional<String> servedBy) {

    private static final List<String> ENGLISH_ALONE = List.of("en");

    /** Id of the model that runs when this one is asked for; empty when none can. */
    public Optional<String> runs() {
        return info.installed() ? Optional.of(info.id()) : servedBy;
    }

    /**
     * Refuses what this model itself cannot do. Nothing is refused of a model whose languages nobody knows.
     *
     * @throws UnsupportedTask when it is to translate and knows English alone
     * @throws UnsupportedLanguage when it does not know the language
     */
    void requireAble(TranscriptionOptions options) {
        List<String> known = info.languages();
        if (options.task() == Task.TRANSLATE && known.equals(ENGLISH_ALONE)) {
            throw new UnsupportedTask(options.task(), info.id());
        }
        options.language()
                .filter(code -> !known.isEmpty() && !known.contains(code))
                .ifPresent(code -> {
                    throw new UnsupportedLanguage(code, info.id());
                });
    }

    /** {@code models}, each with what serves it; {@code alias} names a substitute for a model's id, if there is one. */
    static List<ServedModel> all(List<ModelInfo> models, Function<String, Optional<String>> alias) {
        Set<String> installed =
                models.stream().filter(ModelInfo::installed).map(ModelInfo::id).collect(Collectors.toUnmodifiableSet());
        return models.stream()
                .map(model -> new ServedModel(
                        model,
                        model.installed()
                                ? Optional.empty()
                                : alias.apply(model.id()).filter(installed::contains)))
                .toList();
    }
}
