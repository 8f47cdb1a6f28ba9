package stt.engine.whisper;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Signs that a decode ran into a loop. */
final class Repetition {

    private static final int LONGEST_PERIOD = 40;
    private static final int FEWEST_TOKENS = 24;
    private static final int FEWEST_ROUNDS = 4;
    private static final int FEWEST_ECHOED = 3;

    private Repetition() {}

    /** Whether the last tokens are the same few again and again: at least 4 rounds and 24 tokens. */
    static boolean loops(int[] tokens, int count) {
        for (int period = 1; period <= LONGEST_PERIOD && period * FEWEST_ROUNDS <= count; period++) {
            int needed = Math.max(FEWEST_TOKENS, period * FEWEST_ROUNDS);
            if (needed <= count && repeats(tokens, count, period, needed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(int[] tokens, int count, int period, int length) {
        for (int i = count - 1; i >= count - length + period; i--) {
            if (tokens[i] != tokens[i - period]) {
                return false;
            }
        }
        return true;
    }

    /** How many of the tokens to keep when they end in a loop: everything before it, and one round. */
    static int withoutLoop(int[] tokens) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            int start = tokens.length;
            while (start - 1 - period >= 0 && tokens[start - 1] == tokens[start - 1 - period]) {
                start--;
            }
            if (tokens.length - start + period >= Math.max(FEWEST_TOKENS, period * FEWEST_ROUNDS)) {
                return start;
            }
        }
        return tokens.length;
    }

    /**
     * How many of the last {@code length} tokens say again what stands right before them: the longest such run of at least 3,
     * or 0.
     */
    static int echo(int[] tokens, int length) {
        for (int run = Math.min(length, tokens.length / 2); run >= FEWEST_ECHOED; run--) {
            if (repeats(tokens, tokens.length, run, 2 * run)) {
                return run;
            }
        }
        return 0;
    }

    /** The UTF-8 bytes of {@code text} over their deflated size: the higher, the more it says the same over and over. */
    static double compression(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return 0;
        }
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[bytes.length + 64];
            int size = deflater.deflate(out);
            return (double) bytes.length / size;
        } finally {
            deflater.end();
        }
    }
}
