package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomTokenTest {

    private static final int DRAWS = 20_000;

    private static int[] drawn(double temperature, long seed) {
        RandomToken choice =
                new RandomToken(new TokenRules(SmallModel.FACTS, false), temperature, new SplittableRandom(seed));
        int[] drawn = new int[5];
        for (int i = 0; i < DRAWS; i++) {
            choice.choose(scores(), begun());
            drawn[choice.token()]++;
        }
        return drawn;
    }

    private static Draft begun() {
        Draft text = new Draft();
        text.append(1, -0.1);
        return text;
    }

    /** Tokens 1 and 2 with shares 3 and 1; 3 is never chosen, the others are out of reach. */
    private static float[] scores() {
        float[] scores = new float[SmallModel.FACTS.vocabulary()];
        java.util.Arrays.fill(scores, -50);
        scores[1] = (float) Math.log(3);
        scores[2] = 0;
        scores[3] = 9;
        return scores;
    }

    @Test
    void drawsByProbability() {
        int[] drawn = drawn(1, 7);
        assertThat(drawn[1]).isCloseTo(DRAWS * 3 / 4, within(DRAWS / 50));
        assertThat(drawn[1] + drawn[2]).isEqualTo(DRAWS);
    }

    /** At half the temperature shares are squared: 9 to 1. */
    @Test
    void lowTemperaturesFavourWhatIsLikely() {
        assertThat(drawn(0.5, 7)[1]).isCloseTo(DRAWS * 9 / 10, within(DRAWS / 50));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(drawn(1, 3)).isEqualTo(drawn(1, 3)).isNotEqualTo(drawn(1, 4));
    }

    @Test
    void tellsTheProbabilityAtTemperatureOne() {
        RandomToken choice = new RandomToken(new TokenRules(SmallModel.FACTS, false), 0.1, new SplittableRandom(1));
        choice.choose(scores(), begun());

        assertThat(choice.token()).isEqualTo(1);
        assertThat(choice.logProbability()).isCloseTo(Math.log(0.75), within(1e-4));
    }
}
