package stt.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static List<WordSpan> words(String language, String... units) {
        List<TextUnit> all = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            all.add(new TextUnit(units[i], i, i + 1));
        }
        return Words.of(all, language);
    }

    @Test
    void beginsWordsAtSpacesAndKeepsPunctuationOutOfTheirTime() {
        assertThat(words("en", " Hel", "lo", ",", " world", "!"))
                .containsExactly(new WordSpan(" Hello,", 0, 3, 0, 2), new WordSpan(" world!", 3, 5, 3, 4));
    }

    @Test
    void keepsNumbersAndCompoundsTogether() {
        assertThat(words("en", " 3", ".", "5", "%", " well", "-", "known", " don", "'t"))
                .extracting(WordSpan::text)
                .containsExactly(" 3.5%", " well-known", " don't");
    }

    @Test
    void givesOpeningMarksToTheWordAfter() {
        assertThat(words("en", " (", "so", ")", " \"", " Yes", "\"", " ¿", "Qué", "?"))
                .extracting(WordSpan::text)
                .containsExactly(" (so)", " \" Yes\"", " ¿Qué?");
    }

    @Test
    void splitsLanguagesWithoutSpacesByCharacter() {
        assertThat(words("zh", "我", "们", "，", "用", "「", "G", "PT", "」", "。"))
                .containsExactly(
                        new WordSpan("我", 0, 1, 0, 1),
                        new WordSpan("们，", 1, 3, 1, 2),
                        new WordSpan("用", 3, 4, 3, 4),
                        new WordSpan("「GPT」。", 4, 9, 5, 7));
    }

    @Test
    void unitsWithoutTextJoinTheirNeighbour() {
        assertThat(words("en", "", " a", "", " b"))
                .containsExactly(new WordSpan(" a", 0, 3, 1, 2), new WordSpan(" b", 3, 4, 3, 4));
        assertThat(words("en", "", " ")).isEmpty();
    }
}
