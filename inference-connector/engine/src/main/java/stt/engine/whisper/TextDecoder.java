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
 * Runs decoder steps for rows of windows side by side. The keys and values of self-attention stay in buffers that are
 * input and output of the graph at once (GroupQueryAttention). Not thread-safe; {@link #begin} starts a batch, {@link
 * #close} ends it.
 */
final class TextDecoder implements AutoCloseable {

    /** Text tokens of a window at most: half of Whisper's text context, as in the reference. */
    static final int LONGEST_TEXT = 224;

    private static final int LONGEST_PROMPT = 4;
    private static final int POSITIONS = LONGEST_PROMPT + LONGEST_TEXT;

    private final OnnxGraph graph;
    private final WhisperFacts facts;
    private final ByteBuffer[] keys;
    private final ByteBuffer[] values;
    private final IntBuffer total = NativeBuffers.ints(1);
    private final LongBuffer ids;
    private final IntBuffer lengths;
    private FloatBuffer logits = NativeBuffers.floats(0);
    private FloatBuffer attention = NativeBuffers.floats(0);
    private Tensors inputs = new Tensors();
    private Tensors outputs = new Tensors();
    private final CrossAttention cross;
    private final int mostRows;
    private int capacity;
    private int rows;
    private int tokens;
    private int past;
    private final AtomicLong steps = new AtomicLong();

    /** For the windows of {@code cross}, at most {@code mostRows} side by side. */
    TextDecoder(OnnxGraph graph, WhisperFacts facts, CrossAttention cross, int mostRows) {
        this.graph = graph;
        this.facts = facts;
        this.keys = NativeBuffers.empty(facts.decoderLayers());
        this.values = NativeBuffers.empty(facts.decoderLayers());
        this.cross = cross;
        this.mostRows = mostRows;
        this.ids = NativeBuffers.longs((long) mostRows * LONGEST_PROMPT);
        this.lengths = NativeBuffers.ints(mostRows);
    }

    /** Starts decoding {@code windows} rows. */
    void begin(int windows) {
        close();
        restart();
        if (windows > capacity) {
            capacity = windows == 1 ? 1 : mostRows;
            for (int layer = 0; layer < keys.length; layer++) {
                keys[layer] = NativeBuffers.numbers((long) capacity * facts.width() * POSITIONS, cross.type());
                values[layer] = NativeBuffers.numbers((long) capacity * facts.width() * POSITIONS, cross.type());
            }
            logits = NativeBuffers.floats((long) capacity * facts.vocabulary());
            attention = NativeBuffers.floats(
                    (long) capacity * facts.alignmentHeads() * LONGEST_PROMPT * CrossAttention.FULL_POSITIONS);
        }
    }

    /** Forgets all steps of the batch: several rows take several tokens at a time only at the beginning. */
    void restart() {
        past = 0;
    }

    /**
     * One step of the first {@code rowsNow} rows: never more than in the step before.
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
        inputs = cross.rows(0, rows);
        inputs.put("ids", ids, rows, count);
        inputs.put("seqlens", lengths, rows);
        inputs.put("total", total);
        outputs.put("logits", logits, 0, rows, 1, facts.vocabulary());
        outputs.put("xattn", attention, 0, rows, facts.alignmentHeads(), count, cross.positions());
        for (int layer = 0; layer < keys.length; layer++) {
            long[] shape = {rows, facts.heads(), POSITIONS, facts.headWidth()};
            inputs.put("pk" + layer, keys[layer], cross.type(), 0, shape);
            inputs.put("pv" + layer, values[layer], cross.type(), 0, shape);
            outputs.put("k" + layer, keys[layer], cross.type(), 0, shape);
            outputs.put("v" + layer, values[layer], cross.type(), 0, shape);
        }
    }

    /** Copies the scores of every token after the last step's tokens of a row; {@code vocabulary} values. */
    void scores(int row, float[] into) {
        logits.get(row * facts.vocabulary(), into, 0, facts.vocabulary());
    }

    /** Adds to {@code trace} what the last step's tokens of a row attended to. */
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
