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

    private static Optional<NativeLog.Detected> heard(String code, double probability) {
        return Optional.of(new NativeLog.Detected(code, probability));
    }

    @Test
    void theLanguageAskedForIsNotDetected() {
        SpokenLanguage language = asked(Optional.of("fr"));

        assertThat(language.listens(LONG)).isFalse();
        assertThat(language.known()).isEqualTo("fr");
        assertThat(language.code()).isEqualTo("fr");
    }

    @Test
    void theFirstPieceTellsHoweverShort() {
        SpokenLanguage language = asked(Optional.empty());
        assertThat(language.listens(SHORT)).isTrue();
        assertThat(language.of(heard("fr", 0.4), SHORT)).isEqualTo("fr");
        assertThat(language.listens(SHORT)).isFalse();
        assertThat(language.known()).isEqualTo("fr");
    }

    @Test
    void aPieceThatIsClearlyInAnotherLanguageIsDecodedInThat() {
        SpokenLanguage language = asked(Optional.empty());
        language.of(heard("fr", 0.99), LONG);
        assertThat(language.listens(LONG)).isTrue();
        assertThat(language.of(heard("de", 0.95), LONG)).isEqualTo("de");
        assertThat(language.of(heard("de", 0.8), LONG)).isEqualTo("fr");
        assertThat(language.of(Optional.empty(), LONG)).isEqualTo("fr");
    }

    @Test
    void aRecordingIsInTheLanguageOfMostOfItsSpeech() {
        SpokenLanguage language = asked(Optional.empty());
        language.of(heard("fr", 0.99), LONG);
        language.spoken("fr", LONG);
        language.spoken("de", LONG);
        language.spoken("de", SHORT);
        assertThat(language.code()).isEqualTo("de");
    }

    @Test
    void isTheFirstWhereNothingWasSaid() {
        assertThat(asked(Optional.empty()).code()).isEqualTo("en");
    }

    @Test
    void anEnglishModelDetectsNothing() {
        SpokenLanguage language = new SpokenLanguage(new ModelLanguages(List.of("en"), false), Optional.empty(), "m");
        assertThat(language.listens(LONG)).isFalse();
        assertThat(language.known()).isEqualTo("en");
    }

    @Test
    void aLanguageThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> asked(Optional.of("tlh")))
                .isInstanceOf(UnsupportedLanguage.class)
                .hasMessageContaining("m does not know the language \"tlh\"");
    }
}
