package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeamCandidatesTest {

    private static final float NEVER = Float.NEGATIVE_INFINITY;

    private final BeamCandidates candidates = new BeamCandidates(3);

    private List<String> found() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < candidates.count(); i++) {
            found.add(candidates.row(i) + ":" + candidates.token(i));
        }
        return found;
    }

    @Test
    void keepsTheBestOfAllTexts() {
        candidates.offer(0, -1, new float[] {1, 5, 3, 4}, 4);
        candidates.offer(1, -1.5, new float[] {9, 2, 2, 2}, 4);

        assertThat(found()).containsExactly("0:1", "1:0", "0:3");
        assertThat(candidates.logProbability(1)).isCloseTo(0, within(0.01));
    }

    @Test
    void whatTheRulesExcludeIsNoCandidate() {
        candidates.offer(0, 0, new float[] {NEVER, 5, NEVER, NEVER}, 4);

        assertThat(found()).containsExactly("0:1");
        assertThat(candidates.logProbability(0)).isZero();
    }

    @Test
    void tokensBeyondTheLimitAreNone() {
        candidates.offer(0, 0, new float[] {1, 2, 99}, 2);

        assertThat(found()).containsExactly("0:1", "0:0");
    }

    @Test
    void forgets() {
        candidates.offer(0, 0, new float[] {1, 2, 3}, 3);
        candidates.clear();
        candidates.offer(2, -9, new float[] {1, 2, 3}, 3);

        assertThat(found()).containsExactly("2:2", "2:1", "2:0");
    }
}
