package stt.inference.api;

import java.time.Duration;
import java.util.List;

/**
 * A stretch of speech that reads like a sentence.
 *
 * @param start from the beginning of the audio
 * @param end never before {@code start}
 * @param text without surrounding space, never empty
 * @param confidence in [0, 1]: the geometric mean of the token probabilities
 * @param words in order, within [start, end]; empty when word times were not asked for
 */
public record Segment(Duration start, Duration end, String text, double confidence, List<Word> words) {

    public Segment {
        Checks.span(start, end);
        Checks.probability(confidence);
        words = List.copyOf(words);
    }
}
