package stt.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stt.inference.api.ModelInfo;
import stt.inference.api.ModelState;
import stt.inference.api.Task;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedLanguage;
import stt.inference.api.UnsupportedTask;

class ServedModelTest {

    private static final ModelInfo TURBO = model("large-v3-turbo", false);
    private static final ModelInfo BASE = model("base", true);

    @Test
    void anInstalledModelServesItselfWhateverTheAliasSays() {
        assertThat(runs(Map.of("base", "large-v3-turbo"), BASE, model("large-v3-turbo", true)))
                .contains("base");
    }

    @Test
    void anAliasServesAModelThatIsNotInstalled() {
        List<ServedModel> models = all(Map.of("large-v3-turbo", "base"), TURBO, BASE);

        assertThat(models.get(0).servedBy()).contains("base");
        assertThat(models.get(0).runs()).contains("base");
    }

    @Test
    void anAliasToAModelThatIsNotInstalledEitherServesNothing() {
        assertThat(runs(Map.of("large-v3-turbo", "small"), TURBO, BASE)).isEmpty();
    }

    @Test
    void withoutAnAliasAMissingModelIsNeverReplaced() {
        assertThat(runs(Map.of(), TURBO, BASE)).isEmpty();
    }

    @Test
    void aModelForEnglishAloneTranslatesNothing() {
        ServedModel english = only(List.of("en"));
        TranscriptionOptions translation = TranscriptionOptions.DEFAULT.withTask(Task.TRANSLATE);

        assertThatThrownBy(() -> english.requireAble(translation)).isInstanceOf(UnsupportedTask.class);
        english.requireAble(TranscriptionOptions.DEFAULT);
        only(List.of("en", "de")).requireAble(translation);
    }

    @Test
    void aLanguageThatAModelDoesNotKnowIsRefused() {
        TranscriptionOptions german = TranscriptionOptions.DEFAULT.withLanguage(Optional.of("de"));

        assertThatThrownBy(() -> only(List.of("en")).requireAble(german)).isInstanceOf(UnsupportedLanguage.class);
        only(List.of("en", "de")).requireAble(german);
    }

    @Test
    void ofAModelWhoseLanguagesNobodyKnowsNothingIsRefused() {
        only(List.of())
                .requireAble(TranscriptionOptions.DEFAULT
                        .withLanguage(Optional.of("de"))
                        .withTask(Task.TRANSLATE));
    }

    private static ServedModel only(List<String> languages) {
        return new ServedModel(
                new ModelInfo("own", "own", languages, "fast", true, ModelState.UNLOADED), Optional.empty());
    }

    private static Optional<String> runs(Map<String, String> aliases, ModelInfo... models) {
        return all(aliases, models).get(0).runs();
    }

    private static List<ServedModel> all(Map<String, String> aliases, ModelInfo... models) {
        return ServedModel.all(List.of(models), id -> Optional.ofNullable(aliases.get(id)));
    }

    private static ModelInfo model(String id, boolean installed) {
        return new ModelInfo(id, id, List.of("en"), "fast", installed, ModelState.UNLOADED);
    }
}
