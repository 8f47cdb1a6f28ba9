package stt.engine.text;

/**
 * A word with its time.
 *
 * @param text as the model wrote it: with the space before it, where there is one, and its punctuation
 * @param start seconds from the beginning of the audio
 * @param end never before {@code start}
 * @param probability mean of its tokens' probabilities
 * @param logProbability sum over its tokens
 * @param tokens how many they are
 */
public record SpokenWord(String text, double start, double end, double probability, double logProbability, int tokens) {

    /** The same word at another time. */
    public SpokenWord at(double newStart, double newEnd) {
        return new SpokenWord(text, newStart, newEnd, probability, logProbability, tokens);
    }

    /** Seconds that it takes. */
    public double length() {
        return end - start;
    }
}
