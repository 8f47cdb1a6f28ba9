package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeWarpingTest {

    private final TimeWarping warping = new TimeWarping();

    @Test
    void followsTheWeights() {
        float[] weights = {
            9, 9, 0, 0, 0, 0, 0,
            0, 0, 9, 0, 0, 0, 0,
            0, 0, 0, 9, 9, 9, 0,
            0, 0, 0, 0, 0, 0, 9
        };
        assertThat(warping.starts(weights, 4, 7)).containsExactly(0, 2, 3, 6);
    }

    @Test
    void gathersAsMuchAsTheBestPathThere() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            int tokens = 1 + random.nextInt(6);
            int positions = 1 + random.nextInt(9);
            float[] weights = new float[tokens * positions];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = random.nextInt(100);
            }
            int[] starts = warping.starts(weights, tokens, positions);
            assertThat(bestGiven(starts, weights, positions)).isEqualTo(best(weights, tokens, positions));
        }
    }

    /** Sum along the best of all monotonic paths, by definition. */
    private static float best(float[] weights, int tokens, int positions) {
        float[][] best = new float[tokens][positions];
        for (int t = 0; t < tokens; t++) {
            for (int p = 0; p < positions; p++) {
                float before = t == 0 && p == 0 ? 0 : Float.NEGATIVE_INFINITY;
                before = t > 0 ? Math.max(before, best[t - 1][p]) : before;
                before = p > 0 ? Math.max(before, best[t][p - 1]) : before;
                before = t > 0 && p > 0 ? Math.max(before, best[t - 1][p - 1]) : before;
                best[t][p] = before + weights[t * positions + p];
            }
        }
        return best[tokens - 1][positions - 1];
    }

    /** The same, of the paths that enter each token where {@code starts} says. */
    private static float bestGiven(int[] starts, float[] weights, int positions) {
        float[] masked = Arrays.copyOf(weights, weights.length);
        for (int t = 0; t < starts.length; t++) {
            for (int p = 0; p < positions; p++) {
                boolean after = t + 1 < starts.length && p > starts[t + 1];
                if (p < starts[t] || after) {
                    masked[t * positions + p] = Float.NEGATIVE_INFINITY;
                }
            }
        }
        return best(masked, starts.length, positions);
    }

    @Test
    void buffersOfAnEarlierCallDoNotShowThrough() {
        float[] large = new float[50 * 60];
        Arrays.fill(large, 3);
        int[] before = warping.starts(new float[] {5, 0, 0, 5}, 2, 2);
        warping.starts(large, 50, 60);
        assertThat(warping.starts(new float[] {5, 0, 0, 5}, 2, 2)).isEqualTo(before);
    }
}
