package stt.models.whisper;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongConsumer;
import stt.models.onnx.ExternalData;
import stt.models.onnx.OnnxGraph;
import stt.models.onnx.Operation;
import stt.models.whisper.Projection.Rows;

/** Copies weights from their source into the file beside one graph, a block of rows at a time. */
final class GraphWeights {
    private final WeightSource source;
    private final OnnxGraph graph;
    private final ExternalData data;
    private final Writing writing;
    private final WeightBlocks reading;

    GraphWeights(WeightSource source, OnnxGraph graph, ExternalData data, Writing writing) {
        this.source = source;
        this.graph = graph;
        this.data = data;
        this.writing = writing;
        this.reading = new WeightBlocks(source, writing.progress());
    }

    /**
     * How to write.
     *
     * @param type of numbers that are not quantized, and of what the graph computes with: FLOAT or FLOAT16
     * @param progress is told the number of weights after each block
     */
    record Writing(DataType type, LongConsumer progress) {}

    /** The type of what the graph computes with. */
    DataType type() {
        return writing.type();
    }

    OnnxGraph graph() {
        return graph;
    }

    WeightSource source() {
        return source;
    }

    /** Adds an operation whose output is float32 whatever the graph computes with. */
    void addFloat(Operation operation, String output) {
        if (type() == DataType.FLOAT) {
            graph.addNamed(operation, List.of(output));
        } else {
            Operation cast = Operation.onnx("Cast", graph.add(operation)).with("to", DataType.FLOAT.getNumber());
            graph.addNamed(cast, List.of(output));
        }
    }

    /** What the graph computes with, of a float32 input. */
    String fromFloat(String input) {
        return type() == DataType.FLOAT
                ? input
                : graph.add(Operation.onnx("Cast", input).with("to", type().getNumber()));
    }

    /** Adds the tensor as {@link #type()} in its own shape. */
    String numbers(String name) {
        return numbers(name, new Rows(name, 0, source.shape(name).rows(), 1));
    }

    /** Adds rows of a tensor as {@link #type()}, under the given name. */
    String numbers(String name, Rows rows) {
        WeightSource.Shape shape = source.shape(rows.tensor()).withRows(rows.count());
        int size = type() == DataType.FLOAT16 ? Short.BYTES : Float.BYTES;
        ExternalData.Span span = data.reserve(shape.size() * size);
        reading.forEach(rows, (begin, elements, block) -> {
            ByteBuffer bytes = littleEndian(elements * size);
            if (type() == DataType.FLOAT16) {
                reading.putHalves(rows.tensor(), block, elements, bytes);
            } else {
                bytes.asFloatBuffer().put(block, 0, elements);
            }
            write(span, begin * size, bytes);
        });
        return graph.external(name, type(), shape.dimensions(), span);
    }

    /** Writes rows of a matrix as 8-bit blocks; see {@link BlockQuantizer}. */
    Blocks blocks(Rows rows) {
        WeightSource.Shape shape = source.shape(rows.tensor()).withRows(rows.count());
        BlockQuantizer quantizer = new BlockQuantizer(shape.columns());
        ExternalData.Span quanta = data.reserve(shape.size());
        ExternalData.Span scales = data.reserve(shape.size() / BlockQuantizer.BLOCK * Float.BYTES);
        reading.forEach(rows, (begin, elements, block) -> {
            ByteBuffer bytes = littleEndian(elements);
            ByteBuffer factors = littleEndian(elements / BlockQuantizer.BLOCK * Float.BYTES);
            quantizer.quantize(block, elements, bytes, factors);
            write(quanta, begin, bytes.flip());
            write(scales, begin / BlockQuantizer.BLOCK * Float.BYTES, factors.flip());
        });
        return new Blocks(shape.rows(), shape.columns(), quanta, scales);
    }

    private void write(ExternalData.Span span, long position, ByteBuffer bytes) {
        try {
            data.write(span, position, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the imported weights cannot be written: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A matrix of {@code rows x columns} that was quantized: where its numbers and their scales are. */
    record Blocks(int rows, int columns, ExternalData.Span quanta, ExternalData.Span scales) {
        List<Integer> quantaShape() {
            return List.of(rows, columns / BlockQuantizer.BLOCK, BlockQuantizer.BLOCK);
        }

        List<Integer> scalesShape() {
            return List.of(rows, columns / BlockQuantizer.BLOCK);
        }
    }
}
