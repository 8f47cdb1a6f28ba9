package stt.models.whisper;

import static stt.models.onnx.Operation.microsoft;
import static stt.models.onnx.Operation.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import stt.models.onnx.OnnxGraph;
import stt.models.whisper.TransformerLayers.Stream;

/**
 * Builds the encoder: log-mel of any even number of frames in, hidden states and the decoder's cross-attention keys and
 * values out, which are the same for every decoder step and so computed once.
 *
 * <pre>
 * mel [batch, melBins, frames] -> ck{i} [batch, heads, headWidth, states], cv{i} [batch, heads, states, headWidth],
 *                                 hidden [batch, states, width]       with states = frames / 2, i = decoder layer
 * </pre>
 *
 * The input is always float32, outputs are what the graph computes with: float32 or float16.
 */
final class EncoderGraph {
    private final WhisperDimensions dimensions;
    private final GraphWeights weights;
    private final OnnxGraph graph;
    private final Linear linear;
    private final TransformerLayers layers;

    EncoderGraph(WhisperDimensions dimensions, GraphWeights weights, Linear linear) {
        this.dimensions = dimensions;
        this.weights = weights;
        this.graph = weights.graph();
        this.linear = linear;
        this.layers = new TransformerLayers(weights, linear);
    }

    void build() {
        graph.input("mel", DataType.FLOAT, "batch", dimensions.melBins(), "frames");
        String x = convolution(convolution(weights.fromFloat("mel"), "encoder/conv1", 1), "encoder/conv2", 2);
        x = graph.add(onnx("Transpose", x).with("perm", List.of(0L, 2L, 1L)));
        Stream stream = layers.addAndNorm(x, positions(x), attention(0) + "/layer_norm");
        for (int i = 0; i < dimensions.encoderLayers() - 1; i++) {
            stream = layer(stream, i, attention(i + 1) + "/layer_norm");
        }
        crossAttention(lastLayer(stream));
    }

    private String convolution(String x, String name, long stride) {
        String y = graph.add(onnx("Conv", x, weights.numbers(name + "/weight"), weights.numbers(name + "/bias"))
                .with("kernel_shape", List.of(3L))
                .with("pads", List.of(1L, 1L))
                .with("strides", List.of(stride)));
        return graph.add(onnx("Gelu", y));
    }

    private String positions(String x) {
        String states = graph.add(onnx("Shape", x).with("start", 1).with("end", 2));
        String all = weights.numbers("encoder/position_encodings/encodings");
        return graph.add(onnx("Slice", all, graph.integers(0), states, graph.integers(0)));
    }

    private static String attention(int layer) {
        return "encoder/layer_" + layer + "/self_attention";
    }

    private Stream layer(Stream stream, int i, String nextNorm) {
        Stream attended = attend(stream, i);
        return layers.addAndNorm(attended.sum(), feedForward(attended, i), nextNorm);
    }

    private String lastLayer(Stream stream) {
        int last = dimensions.encoderLayers() - 1;
        Stream attended = attend(stream, last);
        graph.addNamed(
                onnx(
                        "Identity",
                        layers.addAndNormLast(attended.sum(), feedForward(attended, last), "encoder/layer_norm")),
                List.of("hidden"));
        graph.output("hidden", weights.type(), "batch", "states", dimensions.width());
        return "hidden";
    }

    private Stream attend(Stream stream, int i) {
        String[] qkv = new String[3]; // three products: a joint one would have to be split, which costs more
        Arrays.setAll(
                qkv,
                part -> linear.apply(
                        stream.normed(), Projection.part(attention(i) + "/linear_0", part, dimensions.width())));
        String mixed = graph.add(microsoft("MultiHeadAttention", qkv).with("num_heads", dimensions.heads()));
        String delta = layers.whole(mixed, attention(i) + "/linear_1");
        return layers.addAndNorm(stream.sum(), delta, "encoder/layer_" + i + "/ffn/layer_norm");
    }

    private String feedForward(Stream stream, int i) {
        return layers.feedForward(stream.normed(), "encoder/layer_" + i + "/ffn");
    }

    private void crossAttention(String hidden) {
        int heads = dimensions.heads();
        int headWidth = dimensions.headWidth();
        for (int i = 0; i < dimensions.decoderLayers(); i++) {
            String layer = "decoder/layer_" + i + "/attention/linear_1";
            String keys = linear.apply(hidden, Projection.part(layer, 0, dimensions.width()));
            String values = linear.apply(hidden, Projection.part(layer, 1, dimensions.width()));
            headsFirst(keys, "ck" + i, List.of(0L, 2L, 3L, 1L));
            headsFirst(values, "cv" + i, List.of(0L, 2L, 1L, 3L));
            graph.output("ck" + i, weights.type(), "batch", heads, headWidth, "states");
            graph.output("cv" + i, weights.type(), "batch", heads, "states", headWidth);
        }
    }

    private void headsFirst(String x, String output, List<Long> permutation) {
        String split = graph.add(onnx("Reshape", x, graph.integers(0, 0, dimensions.heads(), dimensions.headWidth())));
        graph.addNamed(onnx("Transpose", split).with("perm", permutation), List.of(output));
    }
}
