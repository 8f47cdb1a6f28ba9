package stt.engine.whisper;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * What the alignment heads attended to at each token of one window: softmaxed weights over the positions of the audio,
 * without the zeros after it. Reused from window to window; not thread-safe.
 */
final class AttentionTrace {

    private final int heads;
    private float[] weights = new float[0];
    private int positions;
    private int count;

    AttentionTrace(int heads) {
        this.heads = heads;
    }

    /** Forgets everything; the next tokens belong to a window of so many positions of audio. */
    void begin(int positionsOfAudio) {
        positions = positionsOfAudio;
        count = 0;
    }

    /** The next head of the token, or the first of the next token: a row of weights from {@code offset} on. */
    void append(FloatBuffer attention, int offset) {
        int end = (count + 1) * positions;
        if (weights.length < end) {
            weights = Arrays.copyOf(weights, Math.max(end, Math.min(2 * weights.length, weights.length + (1 << 20))));
        }
        attention.get(offset, weights, count * positions, positions);
        count++;
    }

    int heads() {
        return heads;
    }

    int positions() {
        return positions;
    }

    int tokens() {
        return count / heads;
    }

    /** Copies the weights of one head at one token, scaled to a sum of 1: the softmax over the audio alone. */
    void read(int token, int head, float[] into) {
        System.arraycopy(weights, (token * heads + head) * positions, into, 0, positions);
        float sum = 0;
        for (int i = 0; i < positions; i++) {
            sum += into[i];
        }
        float scale = sum > 0 ? 1 / sum : 0;
        for (int i = 0; i < positions; i++) {
            into[i] *= scale;
        }
    }
}
