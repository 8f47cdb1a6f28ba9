package stt.models.whisper;

import static stt.models.onnx.Operation.microsoft;
import static stt.models.onnx.Operation.onnx;

import stt.models.onnx.OnnxGraph;

/** Matrices of 32-bit or 16-bit floats, stored as they are published: {@code FusedMatMul} multiplies with the transposed one. */
final class FloatLinear implements Linear {
    private final GraphWeights weights;
    private final OnnxGraph graph;

    FloatLinear(GraphWeights weights) {
        this.weights = weights;
        this.graph = weights.graph();
    }

    @Override
    public String apply(String x, Projection projection) {
        String weight = weights.numbers(projection.id() + "/weight", projection.of("weight"));
        String bias = weights.numbers(projection.id() + "/bias", projection.of("bias"));
        String product = graph.add(microsoft("FusedMatMul", x, weight).with("transB", 1));
        return graph.add(onnx("Add", product, bias));
    }

    @Override
    public String embed(String ids) {
        return graph.add(onnx("Gather", weights.numbers(EMBEDDINGS), ids));
    }

    @Override
    public void logits(String x, String output) {
        weights.addFloat(microsoft("FusedMatMul", x, EMBEDDINGS).with("transB", 1), output);
    }
}
