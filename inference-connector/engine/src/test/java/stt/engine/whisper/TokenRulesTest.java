package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of timestamps, on a model whose first timestamp is token 13 and whose end is token 4. */
class TokenRulesTest {

    private static final int END = SmallModel.FACTS.tokens().endOfText();
    private static final int FIRST = SmallModel.FACTS.tokens().timestampBegin();

    private final TokenRules timed = new TokenRules(SmallModel.FACTS, true);
    private final TokenRules plain = new TokenRules(SmallModel.FACTS, false);

    private static Draft text(int... tokens) {
        Draft draft = new Draft();
        for (int token : tokens) {
            draft.append(token, -0.1);
        }
        return draft;
    }

    /** All text equally likely, and every timestamp a hundred times less. */
    private static float[] scores() {
        float[] scores = new float[SmallModel.FACTS.vocabulary()];
        for (int i = FIRST; i < scores.length; i++) {
            scores[i] = (float) -Math.log(1e6);
        }
        return scores;
    }

    private static int[] allowed(TokenRules rules, Draft text, float[] scores) {
        rules.apply(scores, text);
        return IntStream.range(0, rules.limit())
                .filter(id -> scores[id] != Float.NEGATIVE_INFINITY)
                .toArray();
    }

    @Test
    void aTimedTextBeginsInTheFirstSecond() {
        assertThat(allowed(timed, text(), scores()))
                .isEqualTo(IntStream.rangeClosed(FIRST, FIRST + 50).toArray());
    }

    @Test
    void afterTheFirstTimestampComesText() {
        assertThat(allowed(timed, text(FIRST), scores())).containsExactly(0, 1, 2, END);
    }

    @Test
    void afterTextComesMoreOrALaterTimestamp() {
        assertThat(allowed(timed, text(FIRST + 2, 1), scores()))
                .startsWith(0, 1, 2, END, FIRST + 3)
                .doesNotContain(FIRST + 2);
    }

    @Test
    void aTimestampAfterTextIsFollowedByOneThatIsNotEarlierOrByTheEnd() {
        assertThat(allowed(timed, text(FIRST, 1, FIRST + 9), scores()))
                .startsWith(END, FIRST + 9, FIRST + 10)
                .doesNotContain(0, 1, 2);
    }

    @Test
    void twoTimestampsAreFollowedByText() {
        assertThat(allowed(timed, text(FIRST, 1, FIRST + 9, FIRST + 9), scores()))
                .containsExactly(0, 1, 2, END);
    }

    @Test
    void aTimestampFollowsWhereAllTogetherAreLikelierThanAnyOtherToken() {
        float[] scores = scores();
        for (int i = FIRST; i < scores.length; i++) {
            scores[i] = -3;
        }
        assertThat(allowed(timed, text(FIRST, 1), scores))
                .isEqualTo(IntStream.range(FIRST + 1, scores.length).toArray());
    }

    @Test
    void withoutTimestampsNoneFollows() {
        assertThat(allowed(plain, text(1), scores())).containsExactly(0, 1, 2, END);
        assertThat(allowed(plain, text(), scores())).containsExactly(1, 2);
    }
}
