package stt.engine.whisper;

import java.util.Arrays;

/**
 * When each token is spoken, from the attention of the alignment heads, as openai/whisper's {@code find_alignment} does:
 * weights standardized over the tokens, a median filter of 7 over the positions, the mean over the heads, and dynamic time
 * warping. Reuses its buffers; not thread-safe.
 */
final class TokenTimes {

    private static final int REACH = 3;

    private final TimeWarping warping = new TimeWarping();
    private float[] matrix = new float[0];
    private float[] weights = new float[0];
    private float[] mean = new float[0];
    private float[] deviation = new float[0];
    private float[] padded = new float[0];

    /**
     * The positions at which the text tokens begin, and one more: where the last one ends.
     *
     * @param trace attention of the prompt's tokens and all text tokens
     * @param prompt tokens of the prompt; the last of them predicts the first text token
     */
    int[] starts(AttentionTrace trace, int prompt) {
        int rows = trace.tokens() - prompt + 1;
        int positions = trace.positions();
        resize(rows, positions);
        Arrays.fill(matrix, 0, rows * positions, 0);
        for (int head = 0; head < trace.heads(); head++) {
            standardize(trace, head);
            for (int row = 0; row < rows; row++) {
                trace.read(prompt - 1 + row, head, weights);
                addFiltered(row * positions, positions);
            }
        }
        return warping.starts(matrix, rows, positions);
    }

    private void resize(int rows, int positions) {
        if (matrix.length < rows * positions) {
            matrix = new float[rows * positions];
        }
        if (weights.length < positions) {
            weights = new float[positions];
            mean = new float[positions];
            deviation = new float[positions];
            padded = new float[positions + 2 * REACH];
        }
    }

    private void standardize(AttentionTrace trace, int head) {
        int positions = trace.positions();
        int tokens = trace.tokens();
        Arrays.fill(mean, 0, positions, 0);
        Arrays.fill(deviation, 0, positions, 0);
        for (int token = 0; token < tokens; token++) {
            trace.read(token, head, weights);
            for (int i = 0; i < positions; i++) {
                mean[i] += weights[i];
                deviation[i] += weights[i] * weights[i];
            }
        }
        for (int i = 0; i < positions; i++) {
            mean[i] /= tokens;
            float variance = deviation[i] / tokens - mean[i] * mean[i];
            deviation[i] = variance > 0 ? (float) (1 / Math.sqrt(variance)) : 0;
        }
    }

    private void addFiltered(int offset, int positions) {
        for (int i = 0; i < positions; i++) {
            padded[REACH + i] = (weights[i] - mean[i]) * deviation[i];
        }
        for (int i = 1; i <= REACH; i++) {
            padded[REACH - i] = padded[REACH + Math.min(i, positions - 1)];
            padded[REACH + positions - 1 + i] = padded[REACH + Math.max(0, positions - 1 - i)];
        }
        for (int i = 0; i < positions; i++) {
            matrix[offset + i] += median(padded, i);
        }
    }

    private static float median(float[] v, int at) {
        return MedianOfSeven.of(v[at], v[at + 1], v[at + 2], v[at + 3], v[at + 4], v[at + 5], v[at + 6]);
    }
}
