package stt.engine.whisper;

import java.util.Arrays;

/** A text while it is decoded: tokens with their probabilities. Not thread-safe. */
final class Draft {

    private final int[] tokens = new int[TextDecoder.LONGEST_TEXT];
    private final double[] logProbabilities = new double[TextDecoder.LONGEST_TEXT];
    private double sum;
    private int count;
    private boolean complete;

    /** How many tokens it has. */
    int count() {
        return count;
    }

    /** The token at {@code index}. */
    int token(int index) {
        return tokens[index];
    }

    /** The last token that is at least {@code least}, or one less than that when there is none. */
    int lastFrom(int least) {
        for (int i = count - 1; i >= 0; i--) {
            if (tokens[i] >= least) {
                return tokens[i];
            }
        }
        return least - 1;
    }

    /** Appends a token. */
    void append(int token, double logProbability) {
        tokens[count] = token;
        logProbabilities[count++] = logProbability;
        sum += logProbability;
    }

    /** Ends it: the model chose the end with that probability. */
    void end(double logProbability) {
        sum += logProbability;
        complete = true;
    }

    /** Whether the model ended it. */
    boolean complete() {
        return complete;
    }

    /** Whether its last tokens are the same few again and again. */
    boolean loops() {
        return Repetition.loops(tokens, count);
    }

    /** Sum of the log-probabilities of its tokens, and of the end where it has one. */
    double sum() {
        return sum;
    }

    /** Mean over the tokens and the end, as openai/whisper counts it. */
    double average() {
        return sum / (count + 1);
    }

    /** What texts are compared by: the sum over the number of tokens to the power of {@code lengthPenalty}. */
    double score(double lengthPenalty) {
        return sum / Math.pow(Math.max(1, count), lengthPenalty);
    }

    /** How many tokens it begins with that {@code other} begins with too. */
    int shared(Draft other) {
        int both = Math.min(count, other.count);
        int mismatch = Arrays.mismatch(tokens, 0, both, other.tokens, 0, both);
        return mismatch < 0 ? both : mismatch;
    }

    /** Becomes what {@code other} is now. */
    void become(Draft other) {
        System.arraycopy(other.tokens, 0, tokens, 0, other.count);
        System.arraycopy(other.logProbabilities, 0, logProbabilities, 0, other.count);
        count = other.count;
        sum = other.sum;
        complete = other.complete;
    }

    /** A copy that stays as it is. */
    Draft copy() {
        Draft copy = new Draft();
        copy.become(this);
        return copy;
    }

    /** A copy of the tokens. */
    int[] tokens() {
        return Arrays.copyOf(tokens, count);
    }

    /** A copy of their log-probabilities. */
    double[] logProbabilities() {
        return Arrays.copyOf(logProbabilities, count);
    }
}
