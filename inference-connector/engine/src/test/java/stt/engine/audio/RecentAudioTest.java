package stt.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecentAudioTest {

    private static final int BLOCK = 1000;

    private final RecentAudio recent = new RecentAudio();

    private void append(int blocks) {
        for (int i = 0; i < blocks; i++) {
            float[] block = new float[BLOCK + 5];
            for (int j = 0; j < BLOCK; j++) {
                block[j] = recent.end() + j;
            }
            recent.append(block, BLOCK);
        }
    }

    @Test
    void keepsPositionsWhenEarlierAudioIsForgotten() {
        append(200);
        recent.forgetBefore(150_010);
        append(3);

        assertThat(recent.copy(150_010, 150_013)).containsExactly(150_010f, 150_011f, 150_012f);
        assertThat(recent.copy(202_999, 203_000)).containsExactly(202_999f);
        assertThat(recent.end()).isEqualTo(203_000);
        assertThat(recent.held()).isEqualTo(203_000 - 150_010);
    }

    @Test
    void refusesWhatItForgotAndWhatIsNotThereYet() {
        append(2);
        recent.forgetBefore(500);

        assertThatThrownBy(() -> recent.copy(499, 600)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> recent.copy(1999, 2001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgettingNothingOrEverythingIsFine() {
        append(1);
        recent.forgetBefore(-5);
        assertThat(recent.held()).isEqualTo(BLOCK);
        recent.forgetBefore(9999);
        assertThat(recent.held()).isZero();
        assertThat(recent.end()).isEqualTo(BLOCK);
    }
}
