package stt.engine.diarization;

import static stt.engine.diarization.SegmentationGraph.CLASSES;

/**
 * Reads the classes of segmentation-3.0: at most {@link #VOICES} speakers in a window, at most two of them at once (Plaquet
 * and Bredin 2023, "Powerset multi-class cross entropy loss").
 */
final class Powerset {

    /** Speakers that one window tells apart. */
    static final int VOICES = 3;

    private static final int[] MEMBERS = {0b000, 0b001, 0b010, 0b100, 0b011, 0b101, 0b110};
    private static final int FIRST_OVERLAP = 4;

    /** Raises overlaps: the model was trained with much less of them than of single speech, and prefers the latter. */
    private static final float OVERLAP_BIAS = 0.5f;

    private final double[] probabilities = new double[CLASSES];

    /** Sets the frame that the other methods speak of to the log-probabilities at {@code offset}. */
    void read(float[] logProbabilities, int offset) {
        double sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            float bias = i >= FIRST_OVERLAP ? OVERLAP_BIAS : 0;
            probabilities[i] = Math.exp(logProbabilities[offset + i] + bias);
            sum += probabilities[i];
        }
        for (int i = 0; i < CLASSES; i++) {
            probabilities[i] /= sum;
        }
    }

    /** Probability that anybody speaks. */
    double speech() {
        return 1 - probabilities[0];
    }

    /** Probability that two speak. */
    double overlap() {
        double sum = 0;
        for (int i = FIRST_OVERLAP; i < CLASSES; i++) {
            sum += probabilities[i];
        }
        return sum;
    }

    /** Probability that this voice speaks, alone or not. */
    double voice(int voice) {
        double sum = 0;
        for (int i = 1; i < CLASSES; i++) {
            if ((MEMBERS[i] >> voice & 1) != 0) {
                sum += probabilities[i];
            }
        }
        return sum;
    }

    /** The likeliest voices, one bit each; none where speech is less likely than {@code threshold}. */
    int voices(double threshold) {
        if (speech() < threshold) {
            return 0;
        }
        int best = 1;
        for (int i = 2; i < CLASSES; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return MEMBERS[best];
    }
}
