package stt.engine.whisper;

import java.util.Arrays;

/**
 * Dynamic time warping of tokens to positions in the audio, both in order (Sakoe and Chiba 1978). Of two equal paths it
 * takes the one with fewer steps. Reuses its buffers; not thread-safe.
 */
final class TimeWarping {

    private static final byte BOTH = 0;
    private static final byte TOKEN = 1;
    private static final byte POSITION = 2;

    private byte[] moves = new byte[0];
    private float[] above = new float[0];
    private float[] row = new float[0];

    /**
     * The position at which each token begins, along the path that gathers the most weight.
     *
     * @param weights {@code tokens} rows of {@code positions} values
     */
    int[] starts(float[] weights, int tokens, int positions) {
        int width = positions + 1;
        if (moves.length < (tokens + 1) * width) {
            moves = new byte[(tokens + 1) * width];
        }
        if (row.length < width) {
            row = new float[width];
            above = new float[width];
        }
        Arrays.fill(above, 0, width, Float.POSITIVE_INFINITY);
        above[0] = 0;
        for (int token = 1; token <= tokens; token++) {
            fill(weights, (token - 1) * positions, token * width, width);
            float[] swap = above;
            above = row;
            row = swap;
        }
        return trace(tokens, positions);
    }

    private void fill(float[] weights, int offset, int move, int width) {
        float left = Float.POSITIVE_INFINITY;
        row[0] = left;
        for (int i = 1; i < width; i++) {
            float both = above[i - 1];
            float token = above[i];
            float least;
            if (both <= token && both <= left) {
                least = both;
                moves[move + i] = BOTH;
            } else if (token <= left) {
                least = token;
                moves[move + i] = TOKEN;
            } else {
                least = left;
                moves[move + i] = POSITION;
            }
            left = least - weights[offset + i - 1];
            row[i] = left;
        }
    }

    private int[] trace(int tokens, int positions) {
        int[] starts = new int[tokens];
        int token = tokens;
        int position = positions;
        while (token > 0 && position > 0) {
            starts[token - 1] = position - 1;
            byte move = moves[token * (positions + 1) + position];
            token -= move == POSITION ? 0 : 1;
            position -= move == TOKEN ? 0 : 1;
        }
        return starts;
    }
}
