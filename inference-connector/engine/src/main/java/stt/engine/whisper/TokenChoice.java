package stt.engine.whisper;

import java.util.List;

/**
 * Greedy choice among text tokens and the end of the text: control tokens, timestamps and suppressed tokens never win.
 * Reuses its buffer; not thread-safe.
 */
final class TokenChoice {

    /** Below the highest score by more than this, a token's share is under 1e-7: noise. */
    private static final float NEGLIGIBLE = 16;

    private final int endOfText;
    private final int[] suppressed;
    private final int[] suppressedAtBegin;
    private int token;
    private double logProbability;

    TokenChoice(WhisperFacts facts) {
        endOfText = facts.tokens().endOfText();
        suppressed = textTokens(facts.suppressed());
        suppressedAtBegin = textTokens(facts.suppressedAtBegin());
    }

    private int[] textTokens(List<Integer> ids) {
        return ids.stream()
                .mapToInt(Integer::intValue)
                .filter(id -> id <= endOfText)
                .toArray();
    }

    /** Chooses from the scores of the whole vocabulary, which it changes; {@code first} for a window's first token. */
    void choose(float[] scores, boolean first) {
        exclude(scores, suppressed);
        if (first) {
            exclude(scores, suppressedAtBegin);
        }
        float highest = Float.NEGATIVE_INFINITY;
        for (int id = 0; id <= endOfText; id++) {
            highest = Math.max(highest, scores[id]);
        }
        double sum = 0;
        token = endOfText;
        for (int id = endOfText; id >= 0; id--) {
            float below = scores[id] - highest;
            if (below > -NEGLIGIBLE) {
                sum += Math.exp(below);
                token = below == 0 ? id : token;
            }
        }
        logProbability = -Math.log(sum);
    }

    private static void exclude(float[] scores, int[] ids) {
        for (int id : ids) {
            scores[id] = Float.NEGATIVE_INFINITY;
        }
    }

    /** The last choice. */
    int token() {
        return token;
    }

    /** Natural logarithm of its probability among what could be chosen. */
    double logProbability() {
        return logProbability;
    }
}
