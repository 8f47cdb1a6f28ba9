package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import stt.engine.onnx.CancellableRun;

/**
 * Where the tokens of a finished text are spoken, by reading the text once more, as openai/whisper's {@code find_alignment}
 * does. For texts that were not followed while they were decoded. Reuses its buffers; not thread-safe.
 */
final class TextAlignment {

    /** Tokens that are read at a time. */
    private static final int STRIDE = 32;

    private final TextDecoder decoder;
    private final TokenTimes times;
    private final AttentionTrace trace;

    TextAlignment(WhisperFacts facts, TextDecoder decoder, TokenTimes times) {
        this.decoder = decoder;
        this.times = times;
        this.trace = new AttentionTrace(facts.alignmentHeads());
    }

    /**
     * The positions at which the tokens begin, and one more: where the last one ends.
     *
     * @param window in which they are spoken
     * @param start what the text begins with, without what is told before
     * @param positions of audio in the window
     */
    int[] starts(int window, int[] start, int[] tokens, int positions, CancellableRun run) throws OrtException {
        int[] all = Arrays.copyOf(start, start.length + tokens.length);
        System.arraycopy(tokens, 0, all, start.length, tokens.length);
        trace.begin(positions);
        decoder.begin(new DecoderLayout(1, window, true, all.length, STRIDE));
        for (int from = 0; from < all.length; from += STRIDE) {
            run.check();
            int[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + STRIDE));
            decoder.step(new int[][] {part}, 1, run.options());
            decoder.attention(0, trace);
        }
        return times.starts(trace, start.length);
    }
}
