package stt.speakers;

import java.time.Duration;

/**
 * The smallest thing that has one speaker: a word, or a segment whose words are not known.
 *
 * @param start from the beginning of the audio
 * @param end never before {@code start}
 * @param beginsSentence whether it is the first of a sentence, as far as known
 */
record SpokenUnit(Duration start, Duration end, boolean beginsSentence) {

    private static final String MARKS = ".。!！?？…";

    /** Whether a sentence may end with this word. */
    static boolean endsSentence(String word) {
        return !word.isEmpty() && MARKS.indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    /** Seconds from the end of the unit before to the beginning of this one; negative when they overlap. */
    double pauseAfter(SpokenUnit before) {
        return start.minus(before.end).toNanos() / 1e9;
    }
}
