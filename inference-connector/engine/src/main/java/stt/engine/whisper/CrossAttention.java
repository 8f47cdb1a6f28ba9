package stt.engine.whisper;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import stt.engine.onnx.NativeBuffers;
import stt.engine.onnx.Tensors;

/**
 * The keys and values that the encoder gives and every decoder step reads: for each layer {@code ck} [rows, heads, head
 * width, positions] and {@code cv} [rows, heads, positions, head width]. A row is one window; rows lie one after the
 * other, so that the encoder writes each in place and the decoder reads the first n as one tensor. Not
 * thread-safe.
 */
final class CrossAttention {

    /** Positions of a full window. */
    static final int FULL_POSITIONS = WhisperFacts.FULL_WINDOW / WhisperFacts.FRAMES_PER_POSITION;

    private final WhisperFacts facts;
    private final int mostRows;
    private final OnnxJavaType type;
    private final ByteBuffer[] keys;
    private final ByteBuffer[] values;
    private int capacity;
    private int positions;

    /** For at most {@code mostRows} windows side by side, in numbers of the type that the graphs compute with. */
    CrossAttention(WhisperFacts facts, OnnxJavaType type, int mostRows) {
        this.type = type;
        this.facts = facts;
        this.mostRows = mostRows;
        this.keys = NativeBuffers.empty(facts.decoderLayers());
        this.values = NativeBuffers.empty(facts.decoderLayers());
    }

    /** Bytes of one row of a full window. */
    static long fullRowBytes(WhisperFacts facts) {
        return 2L * facts.decoderLayers() * facts.width() * FULL_POSITIONS * Float.BYTES;
    }

    /**
     * Makes room for so many rows of so many positions; what was held is lost. Buffers are made for one full window, or
     * for as many as there may be: those that grow little by little leave their old ones behind.
     */
    void resize(int rows, int positionsOfEach) {
        positions = positionsOfEach;
        if (rows > capacity) {
            capacity = rows == 1 ? 1 : mostRows;
            long size = (long) capacity * facts.width() * FULL_POSITIONS;
            for (int layer = 0; layer < keys.length; layer++) {
                keys[layer] = NativeBuffers.numbers(size, type);
                values[layer] = NativeBuffers.numbers(size, type);
            }
        }
    }

    /** Windows side by side at most. */
    int mostRows() {
        return mostRows;
    }

    /** The type of the numbers. */
    OnnxJavaType type() {
        return type;
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
            tensors.put("ck" + layer, keys[layer], type, offset, count, facts.heads(), facts.headWidth(), positions);
            tensors.put("cv" + layer, values[layer], type, offset, count, facts.heads(), positions, facts.headWidth());
        }
        return tensors;
    }
}
