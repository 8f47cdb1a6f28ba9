package stt.inference.api;

import java.time.Duration;
import java.util.List;

/**
 * A stretch of speech that reads like a sentence.
 *
 * @param start from the beginning of the audio
 * @param end never before {@code start}
 * @param text without surrounding space, never empty
 * @param confidence in [0, 1]: the geometric mean of the token probabilities; 0 where the engine tells none
 * @param words in order, within [start, end]; empty when word times were not asked for, or the engine tells none
 * @param speaker who says it, from 1 on, in order of first speech; 0 when that is not known
 * @param overlapped whether somebody else speaks at the same time for a part of it that counts
 */
public record Segment(
        Duration start,
        Duration end,
        String text,
        double confidence,
        List<Word> words,
        int speaker,
        boolean overlapped) {

    public Segment {
        Checks.span(start, end);
        Checks.probability(confidence);
        if (speaker < 0) {
            throw new IllegalArgumentException("a speaker is numbered from 1, or is 0, found " + speaker);
        }
        words = List.copyOf(words);
    }

    /** Of a speaker who is not known. */
    public Segment(Duration start, Duration end, String text, double confidence, List<Word> words) {
        this(start, end, text, confidence, words, 0, false);
    }
}
