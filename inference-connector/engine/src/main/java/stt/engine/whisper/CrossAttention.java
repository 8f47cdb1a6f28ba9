package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import stt.engine.onnx.NativeBuffers;
import stt.engine.onnx.Tensors;

/**
 * The keys and values that the encoder gives and every decoder step reads: for each layer {@code ck} [rows, heads, head
 * width, positions] and {@code cv} [rows, heads, positions, head width]. A row is one window; rows lie one after the
 * other, so that the encoder writes each in place and the decoder reads the first n as one tensor. Grows to what was
 * needed so far. Not thread-safe.
 */
final class CrossAttention {

    private final WhisperFacts facts;
    private final FloatBuffer[] keys;
    private final FloatBuffer[] values;
    private int positions;

    CrossAttention(WhisperFacts facts) {
        this.facts = facts;
        this.keys = NativeBuffers.empty(facts.decoderLayers());
        this.values = NativeBuffers.empty(facts.decoderLayers());
    }

    /** Bytes of one row of a full window. */
    static long fullRowBytes(WhisperFacts facts) {
        long positions = WhisperFacts.FULL_WINDOW / WhisperFacts.FRAMES_PER_POSITION;
        return 2L * facts.decoderLayers() * facts.width() * positions * Float.BYTES;
    }

    /** Makes room; what was held is lost. */
    void resize(int rows, int positionsOfEach) {
        positions = positionsOfEach;
        int needed = rows * rowSize();
        for (int layer = 0; layer < keys.length; layer++) {
            if (keys[layer].capacity() < needed) {
                keys[layer] = NativeBuffers.floats(needed);
                values[layer] = NativeBuffers.floats(needed);
            }
        }
    }

    /** Positions of a row. */
    int positions() {
        return positions;
    }

    private int rowSize() {
        return facts.width() * positions;
    }

    /** The tensors of {@code count} rows from {@code first} on; the caller closes them. */
    Tensors rows(int first, int count) throws OrtException {
        Tensors tensors = new Tensors();
        int offset = first * rowSize();
        for (int layer = 0; layer < keys.length; layer++) {
            tensors.put("ck" + layer, keys[layer], offset, count, facts.heads(), facts.headWidth(), positions);
            tensors.put("cv" + layer, values[layer], offset, count, facts.heads(), positions, facts.headWidth());
        }
        return tensors;
    }
}
