package stt.inference.api;

import java.time.Duration;

/**
 * A recognized word.
 *
 * @param text the word with its punctuation, without surrounding space
 * @param start from the beginning of the audio
 * @param end never before {@code start}
 * @param confidence mean token probability in [0, 1]
 */
public record Word(String text, Duration start, Duration end, double confidence) {

    public Word {
        Checks.span(start, end);
        Checks.probability(confidence);
    }
}
