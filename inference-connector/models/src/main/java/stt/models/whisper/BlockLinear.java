package stt.models.whisper;

import static stt.models.onnx.Operation.microsoft;
import static stt.models.onnx.Operation.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stt.models.onnx.OnnxGraph;
import stt.models.onnx.Operation;

/** Matrices of 8-bit blocks, multiplied by {@code MatMulNBits}. */
final class BlockLinear implements Linear {
    private static final int BITS = 8;

    private final Arithmetic arithmetic;
    private final GraphWeights weights;
    private final OnnxGraph graph;
    private GraphWeights.@Nullable Blocks embeddings;

    BlockLinear(GraphWeights weights, Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        this.weights = weights;
        this.graph = weights.graph();
    }

    @Override
    public String apply(String x, Projection projection) {
        GraphWeights.Blocks blocks = weights.blocks(projection.of("weight"));
        String bias = weights.numbers(projection.id() + "/bias", projection.of("bias"));
        return graph.add(multiply(x, projection.id(), blocks, "", "", bias));
    }

    /**
     * The rows that are looked up lie in the same place of the file as the matrix of {@link #logits}, under a second
     * name: ONNX Runtime repacks that matrix and drops the original, while of the looked-up one, which it maps, only
     * the rows in use come into memory.
     */
    @Override
    public String embed(String ids) {
        GraphWeights.Blocks blocks = embeddings();
        String quanta = graph.external(EMBEDDINGS + "/rows", DataType.UINT8, blocks.quantaShape(), blocks.quanta());
        String scales = graph.external(
                EMBEDDINGS + "/rows_scales",
                DataType.FLOAT,
                List.of(blocks.rows(), blocks.columns() / BlockQuantizer.BLOCK, 1),
                blocks.scales());
        String rows =
                graph.add(onnx("Cast", graph.add(onnx("Gather", quanta, ids))).with("to", DataType.FLOAT.getNumber()));
        String centred = graph.add(onnx("Sub", rows, graph.scalar(BlockQuantizer.ZERO)));
        String scaled = graph.add(onnx("Mul", centred, graph.add(onnx("Gather", scales, ids))));
        return graph.add(onnx("Reshape", scaled, graph.integers(0, 0, blocks.columns())));
    }

    @Override
    public void logits(String x, String output) {
        graph.addNamed(multiply(x, EMBEDDINGS, embeddings()), List.of(output));
    }

    private GraphWeights.Blocks embeddings() {
        if (embeddings == null) {
            embeddings = weights.blocks(new Projection.Rows(
                    EMBEDDINGS, 0, weights.source().shape(EMBEDDINGS).rows(), 1));
        }
        return embeddings;
    }

    private Operation multiply(String x, String name, GraphWeights.Blocks blocks, String... zeroPointsIndexBias) {
        String quanta = graph.external(name + "/quanta", DataType.UINT8, blocks.quantaShape(), blocks.quanta());
        String scales = graph.external(name + "/scales", DataType.FLOAT, blocks.scalesShape(), blocks.scales());
        String[] inputs = new String[3 + zeroPointsIndexBias.length];
        inputs[0] = x;
        inputs[1] = quanta;
        inputs[2] = scales;
        System.arraycopy(zeroPointsIndexBias, 0, inputs, 3, zeroPointsIndexBias.length);
        return microsoft("MatMulNBits", inputs)
                .with("K", blocks.columns())
                .with("N", blocks.rows())
                .with("bits", BITS)
                .with("block_size", BlockQuantizer.BLOCK)
                .with("accuracy_level", arithmetic.accuracyLevel);
    }

    /** What MatMulNBits computes with. */
    enum Arithmetic {
        /** The input too is quantized, per block: fastest for a few rows, whose cost is reading the matrix. */
        INT8(4),
        /** The matrix becomes floats first: fastest for many rows, and exact but for the stored weights. */
        FLOAT(0);

        private final int accuracyLevel;

        Arithmetic(int accuracyLevel) {
            this.accuracyLevel = accuracyLevel;
        }
    }
}
