package stt.engine.diarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowersetTest {

    private final Powerset powerset = new Powerset();

    /** Silence, speaker 1, 2, 3, 1+2, 1+3, 2+3. */
    private void read(double... probabilities) {
        float[] logarithms = new float[probabilities.length];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = (float) Math.log(probabilities[i]);
        }
        powerset.read(logarithms, 0);
    }

    @Test
    void probabilitiesAddUpWhateverIsRaised() {
        read(0.2, 0.1, 0.1, 0.1, 0.2, 0.1, 0.2);

        assertThat(powerset.speech()).isBetween(0.8, 1.0);
        assertThat(powerset.voice(0) + powerset.voice(1) + powerset.voice(2))
                .isCloseTo(powerset.speech() + powerset.overlap(), within(1e-6));
    }

    @Test
    void namesTheLikeliestVoices() {
        read(0.1, 0.5, 0.1, 0.1, 0.1, 0.05, 0.05);
        assertThat(powerset.voices(0.4)).isEqualTo(0b001);

        read(0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0.6);
        assertThat(powerset.voices(0.4)).isEqualTo(0b110);
    }

    @Test
    void namesNobodyWhereSpeechIsUnlikely() {
        read(0.9, 0.05, 0.01, 0.01, 0.01, 0.01, 0.01);

        assertThat(powerset.voices(0.4)).isZero();
    }
}
