package stt.models.whisper;

import static stt.models.onnx.Operation.microsoft;
import static stt.models.onnx.Operation.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import stt.models.onnx.OnnxGraph;
import stt.models.whisper.TransformerLayers.Stream;

/**
 * Builds the decoder: one graph for the prompt, for each step and for alignment. Past and present keys and values are
 * one buffer of a fixed number of positions, which {@code GroupQueryAttention} fills in place.
 *
 * <pre>
 * ids [batch, tokens] int64, seqlens [batch] int32 = past + tokens - 1, total [] int32 = past + tokens,
 * pk{i}, pv{i} [batch, heads, positions, headWidth], ck{i}, cv{i} as the encoder gives them
 *   -> logits [batch, 1, vocabulary] of the last token, k{i}, v{i} shaped as pk{i} and meant to be bound to the same
 *      memory, xattn [batch, alignmentHeads, tokens, states]: how much each token attends to each encoder state
 * </pre>
 *
 * Keys and values are what the graph computes with, float32 or float16; logits and attention always float32.
 */
final class DecoderGraph {
    private final WhisperDimensions dimensions;
    private final AlignmentHeads alignment;
    private final GraphWeights weights;
    private final OnnxGraph graph;
    private final Linear linear;
    private final TransformerLayers layers;
    private final List<String> attention = new ArrayList<>();

    DecoderGraph(WhisperDimensions dimensions, AlignmentHeads alignment, GraphWeights weights, Linear linear) {
        this.dimensions = dimensions;
        this.alignment = alignment;
        this.weights = weights;
        this.graph = weights.graph();
        this.linear = linear;
        this.layers = new TransformerLayers(weights, linear);
    }

    void build() {
        declareInputs();
        Stream stream = layers.addAndNorm(linear.embed("ids"), positions(), name(0, "self_attention/layer_norm"));
        int last = dimensions.decoderLayers() - 1;
        for (int i = 0; i < last; i++) {
            Stream attended = attend(stream, i);
            stream = layers.addAndNorm(
                    attended.sum(), feedForward(attended, i), name(i + 1, "self_attention/layer_norm"));
        }
        Stream attended = attend(stream, last);
        String normed = layers.addAndNormLast(attended.sum(), feedForward(attended, last), "decoder/layer_norm");
        linear.logits(lastToken(normed), "logits");
        graph.output("logits", DataType.FLOAT, "batch", 1, dimensions.vocabulary());
        weights.addFloat(onnx("Concat", attention.toArray(String[]::new)).with("axis", 1), "xattn");
        graph.output("xattn", DataType.FLOAT, "batch", alignment.count(), "tokens", "states");
        declareCache();
    }

    private void declareInputs() {
        graph.input("ids", DataType.INT64, "batch", "tokens");
        graph.input("seqlens", DataType.INT32, "batch");
        graph.input("total", DataType.INT32);
        for (int i = 0; i < dimensions.decoderLayers(); i++) {
            graph.input("pk" + i, weights.type(), cache());
            graph.input("pv" + i, weights.type(), cache());
            graph.input("ck" + i, weights.type(), "batch", dimensions.heads(), dimensions.headWidth(), "states");
            graph.input("cv" + i, weights.type(), "batch", dimensions.heads(), "states", dimensions.headWidth());
        }
    }

    private void declareCache() {
        for (int i = 0; i < dimensions.decoderLayers(); i++) {
            graph.output("k" + i, weights.type(), cache());
            graph.output("v" + i, weights.type(), cache());
        }
    }

    private Object[] cache() {
        return new Object[] {"batch", dimensions.heads(), "positions", dimensions.headWidth()};
    }

    private static String name(int layer, String part) {
        return "decoder/layer_" + layer + "/" + part;
    }

    /** The encodings of the tokens' positions: rows total - tokens up to total of the table. */
    private String positions() {
        String tokens = graph.add(onnx("Shape", "ids").with("start", 1).with("end", 2));
        String total = graph.add(onnx("Cast", "total").with("to", DataType.INT64.getNumber()));
        String end = graph.add(onnx("Reshape", total, graph.integers(1)));
        String begin = graph.add(onnx("Sub", end, tokens));
        String all = weights.numbers("decoder/position_encodings/encodings");
        return graph.add(onnx("Slice", all, begin, end, graph.integers(0)));
    }

    private Stream attend(Stream stream, int i) {
        String self = selfAttention(stream.normed(), i);
        Stream attended = layers.addAndNorm(stream.sum(), self, name(i, "attention/layer_norm"));
        String cross = crossAttention(attended.normed(), i);
        return layers.addAndNorm(attended.sum(), cross, name(i, "ffn/layer_norm"));
    }

    private String selfAttention(String x, int i) {
        String qkv = layers.whole(x, name(i, "self_attention/linear_0"));
        String output = name(i, "self_attention");
        graph.addNamed(
                microsoft("GroupQueryAttention", qkv, "", "", "pk" + i, "pv" + i, "seqlens", "total")
                        .with("num_heads", dimensions.heads())
                        .with("kv_num_heads", dimensions.heads()),
                List.of(output, "k" + i, "v" + i));
        return layers.whole(output, name(i, "self_attention/linear_1"));
    }

    private String crossAttention(String x, int i) {
        int heads = dimensions.heads();
        // The usual factor of the scores is in the weights: a MatMul with a factor has no fast path for one row.
        Projection scaled = Projection.part(name(i, "attention/linear_0"), 0, dimensions.width())
                .times((float) (1 / Math.sqrt(dimensions.headWidth())));
        String query = graph.add(
                onnx("Reshape", linear.apply(x, scaled), graph.integers(0, 0, heads, dimensions.headWidth())));
        query = graph.add(onnx("Transpose", query).with("perm", List.of(0L, 2L, 1L, 3L)));
        String scores = graph.add(onnx("MatMul", query, "ck" + i));
        String shares = graph.add(onnx("Softmax", scores).with("axis", -1));
        long[] aligned = alignment.inLayer(i);
        if (aligned.length > 0) {
            attention.add(
                    graph.add(onnx("Gather", shares, graph.integers(aligned)).with("axis", 1)));
        }
        String mixed = graph.add(onnx("MatMul", shares, "cv" + i));
        mixed = graph.add(onnx("Transpose", mixed).with("perm", List.of(0L, 2L, 1L, 3L)));
        mixed = graph.add(onnx("Reshape", mixed, graph.integers(0, 0, dimensions.width())));
        return layers.whole(mixed, name(i, "attention/linear_2"));
    }

    private String feedForward(Stream stream, int i) {
        return layers.feedForward(stream.normed(), name(i, "ffn"));
    }

    private String lastToken(String x) {
        return graph.add(onnx("Slice", x, graph.integers(-1), graph.integers(Integer.MAX_VALUE), graph.integers(1)));
    }
}
