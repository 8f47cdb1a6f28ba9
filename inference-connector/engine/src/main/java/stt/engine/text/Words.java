package stt.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Groups text units to words: at spaces, or, in languages that write none, character by character. Punctuation belongs to
 * the word before it, opening marks to the word after, as in openai/whisper's {@code merge_punctuations}; the time of a
 * word is that of its spoken part.
 */
public final class Words {

    /** Whisper's languages without spaces between words (openai/whisper, {@code split_to_word_tokens}). */
    private static final Set<String> UNSPACED = Set.of("zh", "ja", "th", "lo", "my", "yue");

    private static final String OPENING = "\"'“‘¿¡([{«「『《〈（【-–—";
    private static final String CLOSING = "\"'”’.。,，!！?？:：;；…、)]}»」』》〉）】~-–—";

    private Words() {}

    /** The words of {@code units} in a language; every unit with text is in one. With spaces, the first word has one too. */
    public static List<WordSpan> of(List<TextUnit> units, String language) {
        boolean spaced = !UNSPACED.contains(language);
        List<WordSpan> words = new ArrayList<>();
        for (TextUnit unit : units) {
            WordSpan next = span(unit);
            int last = words.size() - 1;
            if (last >= 0 && continues(words.get(last).text(), unit.text(), spaced)) {
                words.set(last, words.get(last).join(next));
            } else {
                words.add(next);
            }
        }
        words.removeIf(word -> word.text().isBlank());
        if (spaced
                && !words.isEmpty()
                && !Character.isWhitespace(words.get(0).text().charAt(0))) {
            words.set(0, words.get(0).afterSpace());
        }
        return words;
    }

    private static WordSpan span(TextUnit unit) {
        boolean spoken = unit.text().codePoints().anyMatch(Words::isSpoken);
        return new WordSpan(unit.text(), unit.from(), unit.to(), unit.from(), spoken ? unit.to() : unit.from());
    }

    private static boolean isSpoken(int character) {
        return !Character.isWhitespace(character) && OPENING.indexOf(character) < 0 && CLOSING.indexOf(character) < 0;
    }

    private static boolean continues(String word, String next, boolean spaced) {
        String bare = word.strip();
        if (next.isEmpty() || bare.isEmpty()) {
            return true;
        }
        boolean wordIsOpening = bare.codePoints().allMatch(character -> OPENING.indexOf(character) >= 0);
        boolean nextIsClosing = next.codePoints().allMatch(character -> CLOSING.indexOf(character) >= 0);
        if (wordIsOpening || nextIsClosing) {
            return true;
        }
        return spaced ? !Character.isWhitespace(next.charAt(0)) : isLatin(bare, bare.length() - 1) && isLatin(next, 0);
    }

    /** Foreign words and numbers in a text without spaces stay whole. */
    private static boolean isLatin(String text, int index) {
        char character = text.charAt(index);
        return character < 0x250 && Character.isLetterOrDigit(character);
    }
}
