package stt.models.whisper;

import static stt.models.onnx.Operation.microsoft;
import static stt.models.onnx.Operation.onnx;

import java.util.List;
import stt.models.onnx.OnnxGraph;
import stt.models.onnx.Operation;

/** What encoder and decoder layers have in common. */
final class TransformerLayers {
    private static final float EPSILON = 1e-5f; // of every layer norm in Whisper (PyTorch's default)

    private final GraphWeights weights;
    private final OnnxGraph graph;
    private final Linear linear;

    TransformerLayers(GraphWeights weights, Linear linear) {
        this.weights = weights;
        this.graph = weights.graph();
        this.linear = linear;
    }

    /**
     * The residual stream and its norm, which the next part of a layer reads.
     *
     * @param sum the stream itself
     * @param normed the stream after a layer norm
     */
    record Stream(String sum, String normed) {}

    /** Adds {@code delta} to the stream and norms it with the layer norm {@code name}, in one operator. */
    Stream addAndNorm(String sum, String delta, String name) {
        List<String> outputs = List.of(name + ".normed", "", "", name + ".sum");
        graph.addNamed(skipNorm(sum, delta, name), outputs);
        return new Stream(name + ".sum", name + ".normed");
    }

    /** Adds {@code delta} to the stream and norms it; the stream itself ends here. */
    String addAndNormLast(String sum, String delta, String name) {
        return graph.add(skipNorm(sum, delta, name));
    }

    /** Adds a feed-forward block without its norm and residual: x [b,t,width] keeps its shape. */
    String feedForward(String x, String name) {
        String inner = graph.add(onnx("Gelu", whole(x, name + "/linear_0")));
        return whole(inner, name + "/linear_1");
    }

    /** Adds a linear layer: x [b,t,columns] gives [b,t,rows]. */
    String whole(String x, String name) {
        return linear.apply(x, Projection.whole(name, weights.source()));
    }

    private Operation skipNorm(String sum, String delta, String name) {
        return microsoft(
                        "SkipLayerNormalization",
                        sum,
                        delta,
                        weights.numbers(name + "/gamma"),
                        weights.numbers(name + "/beta"))
                .with("epsilon", EPSILON);
    }
}
