package stt.engine.whisper;

import java.util.ArrayList;
import java.util.List;

/**
 * A window's tokens taken apart at their timestamps, as openai/whisper's {@code transcribe} does: two timestamps in a row
 * divide; what follows the last such pair is not finished, and belongs to the next window.
 *
 * @param slices finished parts, in order
 * @param next position in the window, in steps of 20 ms, at which the next window begins; -1 after all of this one
 */
record TimedText(List<Slice> slices, int next) {

    /**
     * A finished part: tokens {@code from} to before {@code to}, timestamps included, spoken from one position in the window
     * to another, in steps of 20 ms.
     */
    record Slice(int from, int to, int start, int end) {}

    TimedText {
        slices = List.copyOf(slices);
    }

    /**
     * @param first the token of the timestamp 0
     * @param positions of audio in the window
     */
    static TimedText of(int[] tokens, int first, int positions) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < tokens.length; i++) {
            if (tokens[i] >= first && tokens[i - 1] >= first) {
                ends.add(i);
            }
        }
        boolean finished =
                tokens.length >= 2 && tokens[tokens.length - 2] < first && tokens[tokens.length - 1] >= first;
        if (ends.isEmpty()) {
            return new TimedText(List.of(new Slice(0, tokens.length, 0, lastTimestamp(tokens, first, positions))), -1);
        }
        if (finished) {
            ends.add(tokens.length);
        }
        List<Slice> slices = new ArrayList<>();
        int from = 0;
        for (int to : ends) {
            slices.add(new Slice(from, to, tokens[from] - first, tokens[to - 1] - first));
            from = to;
        }
        return new TimedText(slices, finished ? -1 : tokens[from - 1] - first);
    }

    private static int lastTimestamp(int[] tokens, int first, int positions) {
        for (int i = tokens.length - 1; i >= 0; i--) {
            if (tokens[i] >= first) {
                return tokens[i] > first ? tokens[i] - first : positions;
            }
        }
        return positions;
    }
}
