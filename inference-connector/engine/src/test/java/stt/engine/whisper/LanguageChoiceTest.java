package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechRegion;
import stt.inference.api.UnsupportedLanguage;

class LanguageChoiceTest {

    private static Window window(int seconds) {
        Piece piece = new Piece(0, new float[0], List.of(new SpeechRegion(0, seconds * 16_000L)));
        return new Window(piece);
    }

    private static LanguageChoice choice(String language) {
        return new LanguageChoice(SmallModel.FACTS, Optional.of(language).filter(code -> !code.isEmpty()), "small");
    }

    @Test
    void usesTheLanguageAskedFor() {
        LanguageChoice choice = choice("de");
        Window window = window(10);
        assertThat(choice.listens()).isFalse();
        choice.decide(List.of(window), new float[1][]);

        assertThat(window.language()).isEqualTo(1);
        assertThat(choice.code()).isEqualTo("de");
    }

    @Test
    void refusesLanguagesTheModelDoesNotKnow() {
        assertThatThrownBy(() -> choice("xx"))
                .isInstanceOf(UnsupportedLanguage.class)
                .hasMessageContaining("\"xx\"")
                .hasMessageContaining("small");
    }

    @Test
    void weighsTheFirstPiecesByTheirSpeech() {
        LanguageChoice choice = choice("");
        List<Window> windows = List.of(window(5), window(20));
        choice.decide(windows, new float[][] {{0.7f, 0.3f}, {0.4f, 0.6f}});

        assertThat(windows).extracting(Window::language).containsExactly(1, 1);
    }

    @Test
    void followsAPieceThatIsClearlyInAnotherLanguage() {
        LanguageChoice choice = choice("");
        choice.decide(List.of(window(20)), new float[][] {{0.9f, 0.1f}});
        List<Window> later = List.of(window(20), window(20), window(1));
        choice.decide(later, new float[][] {{0.02f, 0.98f}, {0.4f, 0.6f}, {0.02f, 0.98f}});

        assertThat(later).extracting(Window::language).containsExactly(1, 0, 0);
    }

    @Test
    void namesTheLanguageOfMostText() {
        LanguageChoice choice = choice("");
        choice.decide(List.of(window(20)), new float[][] {{0.9f, 0.1f}});
        assertThat(choice.code()).isEqualTo("en");
        choice.spoken(0, 20);
        choice.spoken(1, 50);
        assertThat(choice.code()).isEqualTo("de");
    }

    @Test
    void namesALanguageEvenWhenNobodySpoke() {
        assertThat(choice("").code()).isEqualTo("en");
    }
}
