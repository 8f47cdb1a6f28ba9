package stt.web.subtitles;

import java.time.Duration;

/**
 * A piece of text that stays on one line: a word, or a part of a very long one.
 *
 * @param text without space
 * @param spaced whether a space stands before it
 * @param start when it is said
 * @param end when it has been said; never before {@code start}
 */
record Token(String text, boolean spaced, Duration start, Duration end) {

    /** Columns of the text alone. */
    int columns() {
        return Columns.of(text);
    }

    /** Whether a reader would pause after it: it ends a sentence or a clause. */
    boolean endsClause() {
        int last = text.codePointBefore(text.length());
        return ".,;:!?\u3002\u3001\uff0c\uff01\uff1f\u2026".indexOf(last) >= 0;
    }
}
