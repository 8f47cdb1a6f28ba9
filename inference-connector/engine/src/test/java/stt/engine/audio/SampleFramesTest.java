package stt.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SampleFramesTest {

    private static final int HOP = AudioFrames.HOP;

    private static float[] counting(int samples) {
        float[] counting = new float[samples];
        for (int i = 0; i < samples; i++) {
            counting[i] = i;
        }
        return counting;
    }

    @Test
    void givesScaledSamplesHowEverTheyCame() {
        SampleFrames frames = new SampleFrames(2);
        float[] samples = counting(3 * HOP + 10);
        frames.accept(samples, 0, 100);
        assertThat(frames.end()).isZero();
        frames.accept(samples, 100, samples.length - 100);
        assertThat(frames.end()).isEqualTo(3);

        float[] target = new float[HOP + 1];
        frames.copy(2, target, 1);

        assertThat(target[1]).isEqualTo(2f * 2 * HOP);
        assertThat(target[HOP]).isEqualTo(2f * (3 * HOP - 1));
    }

    @Test
    void keepsTheNumbersOfFramesWhenEarlierOnesAreForgotten() {
        SampleFrames frames = new SampleFrames(1);
        frames.accept(counting(5 * HOP), 0, 5 * HOP);
        frames.forgetBefore(2);

        float[] target = new float[HOP];
        frames.copy(2, target, 0);

        assertThat(target[0]).isEqualTo(2f * HOP);
        assertThatIllegalArgumentException().isThrownBy(() -> frames.copy(1, target, 0));
    }
}
