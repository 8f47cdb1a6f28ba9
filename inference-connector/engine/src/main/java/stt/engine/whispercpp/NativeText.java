package stt.engine.whispercpp;

import java.nio.charset.StandardCharsets;

/**
 * Text as the binding hands it over. It gives UTF-8 to JNI's {@code NewStringUTF}, which wants another encoding for characters
 * beyond U+FFFF: those arrive as four characters, one for each byte, and so do the bytes of a character that was cut in half.
 */
final class NativeText {

    /** Bytes of a character beyond U+FFFF in UTF-8. */
    private static final int LONG = 4;

    private NativeText() {}

    /** The text that was meant, without what is left of halved characters, and without surrounding space. */
    static String repaired(String text) {
        StringBuilder repaired = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0xf0 && character <= 0xf4 && isContinued(text, i)) {
                byte[] bytes = text.substring(i, i + LONG).getBytes(StandardCharsets.ISO_8859_1);
                repaired.append(new String(bytes, StandardCharsets.UTF_8));
                i += LONG - 1;
            } else if (!isContinuation(character)) { // control characters, which no model writes
                repaired.append(character);
            }
        }
        return repaired.toString().strip();
    }

    private static boolean isContinued(String text, int from) {
        if (from + LONG > text.length()) {
            return false;
        }
        for (int i = from + 1; i < from + LONG; i++) {
            if (text.charAt(i) < 0x80 || text.charAt(i) > 0xbf) {
                return false;
            }
        }
        return true;
    }

    private static boolean isContinuation(char character) {
        return character >= 0x80 && character <= 0x9f;
    }
}
