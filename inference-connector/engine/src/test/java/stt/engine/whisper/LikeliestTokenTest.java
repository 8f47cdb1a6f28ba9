package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikeliestTokenTest {

    private final LikeliestToken choice = new LikeliestToken(new TokenRules(SmallModel.FACTS, false));

    private static Draft begun() {
        Draft text = new Draft();
        text.append(1, -0.1);
        return text;
    }

    private static float[] scores(double... values) {
        float[] scores = new float[SmallModel.FACTS.vocabulary()];
        for (int i = 0; i < values.length; i++) {
            scores[i] = (float) values[i];
        }
        return scores;
    }

    @Test
    void takesTheMostLikelyTextToken() {
        float[] scores = scores(1, 4, 3, 2);
        scores[SmallModel.FACTS.tokens().noTimestamps()] = 99;
        choice.choose(scores, begun());

        assertThat(choice.token()).isEqualTo(1);
        double expected = 4 - Math.log(Math.exp(1) + Math.exp(4) + Math.exp(3) + Math.exp(0));
        assertThat(choice.logProbability()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void neverTakesSuppressedTokens() {
        choice.choose(scores(1, 2, 3, 9), begun());
        assertThat(choice.token()).isEqualTo(2);
    }

    @Test
    void theFirstTokenIsNeitherASpaceNorTheEnd() {
        choice.choose(scores(9, 2, 1, 0, 9), new Draft());
        assertThat(choice.token()).isEqualTo(1);
        choice.choose(scores(0, 2, 1, 0, 9), begun());
        assertThat(choice.token()).isEqualTo(4);
    }
}
