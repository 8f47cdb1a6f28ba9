package stt.engine.whispercpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stt.inference.api.UnsupportedLanguage;

class SpokenLanguageTest {

    private static final ModelLanguages MANY = new ModelLanguages(List.of("en", "de", "fr"), true);
    private static final long LONG = 64_000;
    private static final long SHORT = 16_000;

    private static SpokenLanguage asked(Optional<String> language) {
        return new SpokenLanguage(MANY, language, "m");
    }

    @Test
    void theLanguageAskedForIsNotDetected() {
        SpokenLanguage language = asked(Optional.of("fr"));

        assertThat(language.next()).isEqualTo("fr");
        assertThat(language.code()).isEqualTo("fr");
    }

    @Test
    void isDetectedUntilThereWasSpeechEnough() {
        SpokenLanguage language = asked(Optional.empty());
        language.detected("fr", SHORT);
        assertThat(language.next()).isEqualTo("auto");
        language.detected("de", LONG);
        assertThat(language.next()).isEqualTo("de");
        assertThat(language.code()).isEqualTo("de");
    }

    @Test
    void isThatOfMostSpeechWhereThereWasLittle() {
        SpokenLanguage language = asked(Optional.empty());
        language.detected("fr", SHORT);
        language.detected("de", SHORT / 2);
        assertThat(language.code()).isEqualTo("fr");
    }

    @Test
    void isTheFirstWhereNothingWasSaid() {
        assertThat(asked(Optional.empty()).code()).isEqualTo("en");
    }

    @Test
    void anEnglishModelDetectsNothing() {
        SpokenLanguage language = new SpokenLanguage(new ModelLanguages(List.of("en"), false), Optional.empty(), "m");
        assertThat(language.next()).isEqualTo("en");
    }

    @Test
    void aLanguageThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> asked(Optional.of("tlh")))
                .isInstanceOf(UnsupportedLanguage.class)
                .hasMessageContaining("m does not know the language \"tlh\"");
    }
}
