package stt.web.subtitles;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How wide text is on a screen. */
final class Columns {

    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
    private static final int FIRST_OTHER = 0x80; // after ASCII, whose letters need no looking up
    private static final int FIRST_FULL_WIDTH = 0x3000; // CJK symbols and punctuation
    private static final int LAST_CJK_SYMBOL = 0x303F;
    private static final int FIRST_FULL_WIDTH_FORM = 0xFF01;
    private static final int LAST_FULL_WIDTH_FORM = 0xFF60;

    private Columns() {}

    /** Columns that {@code text} takes; marks that are written over a letter take none. */
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int letter) {
        if (letter < FIRST_OTHER) {
            return 1;
        }
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = WIDE.contains(UnicodeScript.of(letter))
                || (letter >= FIRST_FULL_WIDTH && letter <= LAST_CJK_SYMBOL)
                || (letter >= FIRST_FULL_WIDTH_FORM && letter <= LAST_FULL_WIDTH_FORM);
        return wide ? 2 : 1;
    }
}
