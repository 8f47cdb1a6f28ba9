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

/** Copies weights from their source into the file beside one graph, a block of rows at a time. */
final class GraphWeights {
    private static final int BLOCK_ELEMENTS = 1 << 18; // 1 MB of floats

    private final WeightSource source;
    private final OnnxGraph graph;
    private final ExternalData data;
    private final LongConsumer progress;

    /** @param progress is told the number of weights after each block */
    GraphWeights(WeightSource source, OnnxGraph graph, ExternalData data, LongConsumer progress) {
        this.source = source;
        this.graph = graph;
        this.data = data;
        this.progress = progress;
    }

    OnnxGraph graph() {
        return graph;
    }

    WeightSource.Shape shape(String name) {
        return source.shape(name);
    }

    /** Adds the tensor as float32 in its own shape. */
    String floats(String name) {
        WeightSource.Shape shape = source.shape(name);
        ExternalData.Span span = data.reserve(shape.size() * Float.BYTES);
        forEachBlock(name, (first, rows, block) -> {
            ByteBuffer bytes = littleEndian(rows * shape.columns() * Float.BYTES);
            bytes.asFloatBuffer().put(block, 0, rows * shape.columns());
            write(span, (long) first * shape.columns() * Float.BYTES, bytes);
        });
        return graph.external(name, DataType.FLOAT, shape.dimensions(), span);
    }

    /** Adds the matrix as 8-bit blocks; see {@link BlockQuantizer}. */
    Blocks blocks(String name) {
        WeightSource.Shape shape = source.shape(name);
        BlockQuantizer quantizer = new BlockQuantizer(shape.columns());
        ExternalData.Span quanta = data.reserve(shape.size());
        ExternalData.Span scales = data.reserve(shape.size() / BlockQuantizer.BLOCK * Float.BYTES);
        forEachBlock(name, (first, rows, block) -> {
            int elements = rows * shape.columns();
            ByteBuffer bytes = littleEndian(elements);
            ByteBuffer factors = littleEndian(elements / BlockQuantizer.BLOCK * Float.BYTES);
            quantizer.quantize(block, elements, bytes, factors);
            long begin = (long) first * shape.columns();
            write(quanta, begin, bytes.flip());
            write(scales, begin / BlockQuantizer.BLOCK * Float.BYTES, factors.flip());
        });
        return new Blocks(shape.rows(), shape.columns(), quanta, scales);
    }

    private void forEachBlock(String name, BlockConsumer consumer) {
        WeightSource.Shape shape = source.shape(name);
        int rows = Math.max(1, BLOCK_ELEMENTS / shape.columns());
        float[] block = new float[Math.min(rows, shape.rows()) * shape.columns()];
        for (int first = 0; first < shape.rows(); first += rows) {
            int some = Math.min(rows, shape.rows() - first);
            source.read(name, first, some, block);
            consumer.accept(first, some, block);
            progress.accept((long) some * shape.columns());
        }
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

    @FunctionalInterface
    private interface BlockConsumer {
        void accept(int firstRow, int rows, float[] block);
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
