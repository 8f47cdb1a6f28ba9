package stt.engine.whisper;

import java.util.Arrays;
import java.util.List;

/**
 * Which tokens may follow a text: never a suppressed one, nor a control token other than the end. In texts with timestamps,
 * as openai/whisper's {@code ApplyTimestampRules}: they begin with one of the first second, their timestamps come in pairs
 * and never go back, and where all timestamps together are likelier than any other token, one of them follows. Immutable.
 */
final class TokenRules {

    /** The first timestamp is of the first second at most, in steps of 20 ms (openai/whisper's max_initial_timestamp). */
    private static final int LATEST_BEGIN = 50;

    private final SpecialTokens tokens;
    private final boolean timed;
    private final int limit;
    private final int[] suppressed;
    private final int[] suppressedAtBegin;

    /** For texts of the model {@code facts} tells of, with or without timestamps. */
    TokenRules(WhisperFacts facts, boolean timed) {
        this.tokens = facts.tokens();
        this.timed = timed;
        this.limit = timed ? facts.vocabulary() : tokens.endOfText() + 1;
        this.suppressed = textTokens(facts.suppressed());
        this.suppressedAtBegin = textTokens(facts.suppressedAtBegin());
    }

    private int[] textTokens(List<Integer> ids) {
        return ids.stream()
                .mapToInt(Integer::intValue)
                .filter(id -> id <= tokens.endOfText())
                .toArray();
    }

    /** Tokens from this one on never follow, whatever their scores. */
    int limit() {
        return limit;
    }

    /** Whether texts have timestamps. */
    boolean timed() {
        return timed;
    }

    /** The token that ends a text. */
    int end() {
        return tokens.endOfText();
    }

    /** Makes the scores of what must not follow {@code text} negative infinity. */
    void apply(float[] scores, Draft text) {
        exclude(scores, suppressed);
        if (timed) {
            applyTimed(scores, text);
        } else if (text.count() == 0) {
            exclude(scores, suppressedAtBegin);
        }
    }

    private void applyTimed(float[] scores, Draft text) {
        int first = tokens.timestampBegin();
        exclude(scores, tokens.endOfText() + 1, first);
        int count = text.count();
        if (count == 0) {
            exclude(scores, 0, first);
            exclude(scores, Math.min(limit, first + LATEST_BEGIN + 1), limit);
            return;
        }
        int last = text.token(count - 1);
        if (last < first) {
            exclude(scores, first, text.lastFrom(first) + 1);
        } else if (count == 1 || text.token(count - 2) >= first) {
            exclude(scores, first, limit);
            return;
        } else {
            exclude(scores, 0, tokens.endOfText());
            exclude(scores, first, last);
        }
        if (timestampsAreLikelier(scores, first)) {
            exclude(scores, 0, first);
        }
    }

    private boolean timestampsAreLikelier(float[] scores, int first) {
        float highest = Softmax.highest(scores, 0, first);
        return Softmax.logSum(scores, first, limit) > highest;
    }

    private static void exclude(float[] scores, int[] ids) {
        for (int id : ids) {
            scores[id] = Float.NEGATIVE_INFINITY;
        }
    }

    private static void exclude(float[] scores, int from, int to) {
        if (from < to) {
            Arrays.fill(scores, from, to, Float.NEGATIVE_INFINITY);
        }
    }
}
