package stt.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts text into runs of characters that belong together, without case and accents. */
final class Words {

    /** Scripts whose words no space parts. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Accents, and the vowel marks that Arabic mostly leaves out. */
    private static final Pattern ACCENTS =
            Pattern.compile("[\\p{InCombiningDiacriticalMarks}\\u064b-\\u065f\\u0670\\u0640]");

    private static final String APOSTROPHES = "'\u2019\u02bc";

    /**
     * Characters that belong together.
     *
     * @param text the characters
     * @param spaced whether this is a word; if not, nobody knows where the words in it begin
     */
    record Run(String text, boolean spaced) {
        int[] characters() {
            return text.codePoints().toArray();
        }
    }

    private Words() {}

    static List<Run> of(String text) {
        int[] characters = plain(text).codePoints().toArray();
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < characters.length) {
            int to = from;
            boolean spaced = !unspaced(characters[from]);
            while (to < characters.length && inWord(characters[to]) && unspaced(characters[to]) != spaced) {
                to++;
            }
            if (to > from) {
                runs.add(new Run(new String(characters, from, to - from), spaced));
            }
            from = Math.max(to, from + 1);
        }
        return runs;
    }

    private static String plain(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> APOSTROPHES.indexOf(c) < 0).forEach(c -> kept.append((char) c));
        String apart = ACCENTS.matcher(Normalizer.normalize(kept, Normalizer.Form.NFKD))
                .replaceAll("");
        return Normalizer.normalize(apart, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean inWord(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean unspaced(int character) {
        return UNSPACED.contains(UnicodeScript.of(character));
    }
}
