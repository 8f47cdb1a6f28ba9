package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import stt.engine.onnx.NativeBuffers;
import stt.engine.onnx.OnnxGraph;
import stt.engine.onnx.Tensors;

/**
 * Runs decoder steps for rows of texts side by side. The keys and values of self-attention stay in buffers that are input
 * and output of the graph at once (GroupQueryAttention). Not thread-safe; {@link #begin} starts a batch, {@link #close} ends
 * it.
 */
final class TextDecoder implements AutoCloseable {

    /** Text tokens of a window at most: half of Whisper's text context, as in the reference. */
    static final int LONGEST_TEXT = 224;

    /** Rows at most: as wide as a beam may be. */
    private static final int MOST_ROWS = 10;

    private final OnnxGraph graph;
    private final WhisperFacts facts;
    private final ByteBuffer[] keys;
    private final ByteBuffer[] values;
    private final IntBuffer total = NativeBuffers.ints(1);
    private final LongBuffer ids;
    private final IntBuffer lengths = NativeBuffers.ints(MOST_ROWS);
    private FloatBuffer logits = NativeBuffers.floats(0);
    private FloatBuffer attention = NativeBuffers.floats(0);
    private Tensors inputs = new Tensors();
    private Tensors outputs = new Tensors();
    private final CrossAttention cross;
    private DecoderLayout layout = new DecoderLayout(0, 0, false, 0, 0);
    private long capacity;
    private int rows;
    private int tokens;
    private int past;
    private final AtomicLong steps = new AtomicLong();

    /** For the windows of {@code cross}. */
    TextDecoder(OnnxGraph graph, WhisperFacts facts, CrossAttention cross) {
        this.graph = graph;
        this.facts = facts;
        this.keys = NativeBuffers.empty(facts.decoderLayers());
        this.values = NativeBuffers.empty(facts.decoderLayers());
        this.cross = cross;
        this.ids = NativeBuffers.longs((long) MOST_ROWS * facts.textPositions());
    }

    /**
     * Starts decoding; what was decoded before is forgotten.
     *
     * @param needed room for this; buffers grow when they must, and stay
     */
    void begin(DecoderLayout needed) {
        close();
        restart();
        layout = needed;
        long numbers = (long) layout.rows() * layout.positions() * facts.width();
        if (numbers > capacity) {
            capacity = numbers;
            for (int layer = 0; layer < keys.length; layer++) {
                keys[layer] = NativeBuffers.numbers(capacity, cross.type());
                values[layer] = NativeBuffers.numbers(capacity, cross.type());
            }
        }
        logits = atLeast(logits, (long) layout.rows() * facts.vocabulary());
        attention = atLeast(
                attention,
                (long) layout.rows() * layout.traced() * facts.alignmentHeads() * CrossAttention.FULL_POSITIONS);
    }

    private static FloatBuffer atLeast(FloatBuffer buffer, long count) {
        return buffer.capacity() < count ? NativeBuffers.floats(count) : buffer;
    }

    /** Forgets all steps: several rows take several tokens at a time only at the beginning. */
    void restart() {
        past = 0;
    }

    /**
     * One step of the first {@code rowsNow} rows.
     *
     * @param next for each row, the same number of tokens that follow what it has
     */
    void step(int[][] next, int rowsNow, RunOptions options) throws OrtException {
        int count = next[0].length;
        if (rowsNow != rows || count != tokens) {
            shape(rowsNow, count);
        }
        for (int row = 0; row < rowsNow; row++) {
            for (int i = 0; i < count; i++) {
                ids.put(row * count + i, next[row][i]);
            }
            lengths.put(row, past + count - 1);
        }
        total.put(0, past + count);
        graph.session()
                .run(inputs.byName(), Set.of(), outputs.byName(), options)
                .close();
        past += count;
        steps.incrementAndGet();
    }

    private void shape(int rowsNow, int count) throws OrtException {
        close();
        rows = rowsNow;
        tokens = count;
        inputs = cross.rows(layout.window(), layout.shared() ? 1 : rows);
        inputs.put("ids", ids, rows, count);
        inputs.put("seqlens", lengths, rows);
        inputs.put("total", total);
        outputs.put("logits", logits, 0, rows, 1, facts.vocabulary());
        if (count <= layout.traced()) {
            outputs.put("xattn", attention, 0, rows, facts.alignmentHeads(), count, cross.positions());
        }
        for (int layer = 0; layer < keys.length; layer++) {
            long[] shape = {rows, facts.heads(), layout.positions(), facts.headWidth()};
            inputs.put("pk" + layer, keys[layer], cross.type(), 0, shape);
            inputs.put("pv" + layer, values[layer], cross.type(), 0, shape);
            outputs.put("k" + layer, keys[layer], cross.type(), 0, shape);
            outputs.put("v" + layer, values[layer], cross.type(), 0, shape);
        }
    }

    /** Tokens that every row has. */
    int past() {
        return past;
    }

    /** Makes row {@code to} have what row {@code from} has, of which the first {@code shared} tokens are the same already. */
    void copy(int from, int to, int shared) {
        for (int layer = 0; layer < keys.length; layer++) {
            copy(keys[layer], from, to, shared);
            copy(values[layer], from, to, shared);
        }
    }

    private void copy(ByteBuffer buffer, int from, int to, int shared) {
        int position = facts.headWidth() * cross.type().size;
        int head = layout.positions() * position;
        for (int i = 0; i < facts.heads(); i++) {
            int source = (from * facts.heads() + i) * head + shared * position;
            int target = (to * facts.heads() + i) * head + shared * position;
            buffer.put(target, buffer, source, (past - shared) * position);
        }
    }

    /** Copies the scores of every token after the last step's tokens of a row; {@code vocabulary} values. */
    void scores(int row, float[] into) {
        logits.get(row * facts.vocabulary(), into, 0, facts.vocabulary());
    }

    /** Adds to {@code trace} what the last step's tokens of a row attended to; they must be no more than are traced. */
    void attention(int row, AttentionTrace trace) {
        int heads = facts.alignmentHeads();
        int positions = cross.positions();
        for (int token = 0; token < tokens; token++) {
            for (int head = 0; head < heads; head++) {
                trace.append(attention, ((row * heads + head) * tokens + token) * positions);
            }
        }
    }

    /** Steps run so far, of any number of rows; readable from any thread. */
    long steps() {
        return steps.get();
    }

    /** Frees the batch's tensors; the buffers stay for the next batch. */
    @Override
    public void close() {
        inputs.close();
        outputs.close();
        inputs = new Tensors();
        outputs = new Tensors();
        rows = 0;
    }
}
