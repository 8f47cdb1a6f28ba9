package stt.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerSpectrumTest {

    @Test
    void equalsTheTransformByDefinition() {
        float[] samples = new float[PowerSpectrum.FRAME + 7];
        Random random = new Random(1);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextFloat() - 0.5f;
        }
        float[] power = new float[PowerSpectrum.BANDS];

        new PowerSpectrum().compute(samples, 7, power);

        for (int band = 0; band < power.length; band++) {
            double expected = byDefinition(samples, 7, band);
            assertThat((double) power[band]).isCloseTo(expected, within(1e-5 * (1 + expected)));
        }
    }

    private static double byDefinition(float[] samples, int offset, int band) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < PowerSpectrum.FRAME; i++) {
            double angle = 2 * Math.PI * i / PowerSpectrum.FRAME;
            double value = samples[offset + i] * (0.5 - 0.5 * Math.cos(angle));
            re += value * Math.cos(angle * band);
            im -= value * Math.sin(angle * band);
        }
        return re * re + im * im;
    }
}
