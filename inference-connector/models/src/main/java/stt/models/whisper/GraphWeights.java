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
import stt.models.whisper.Projection.Rows;

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

    WeightSource source() {
        return source;
    }

    /** Adds the tensor as float32 in its own shape. */
    String floats(String name) {
        return floats(name, new Rows(name, 0, source.shape(name).rows(), 1));
    }

    /** Adds rows of a tensor as float32, under the given name. */
    String floats(String name, Rows rows) {
        WeightSource.Shape shape = source.shape(rows.tensor()).withRows(rows.count());
        ExternalData.Span span = data.reserve(shape.size() * Float.BYTES);
        forEachBlock(rows, (begin, elements, block) -> {
            ByteBuffer bytes = littleEndian(elements * Float.BYTES);
            bytes.asFloatBuffer().put(block, 0, elements);
            write(span, begin * Float.BYTES, bytes);
        });
        return graph.external(name, DataType.FLOAT, shape.dimensions(), span);
    }

    /** Writes rows of a matrix as 8-bit blocks; see {@link BlockQuantizer}. */
    Blocks blocks(Rows rows) {
        WeightSource.Shape shape = source.shape(rows.tensor()).withRows(rows.count());
        BlockQuantizer quantizer = new BlockQuantizer(shape.columns());
        ExternalData.Span quanta = data.reserve(shape.size());
        ExternalData.Span scales = data.reserve(shape.size() / BlockQuantizer.BLOCK * Float.BYTES);
        forEachBlock(rows, (begin, elements, block) -> {
            ByteBuffer bytes = littleEndian(elements);
            ByteBuffer factors = littleEndian(elements / BlockQuantizer.BLOCK * Float.BYTES);
            quantizer.quantize(block, elements, bytes, factors);
            write(quanta, begin, bytes.flip());
            write(scales, begin / BlockQuantizer.BLOCK * Float.BYTES, factors.flip());
        });
        return new Blocks(shape.rows(), shape.columns(), quanta, scales);
    }

    private void forEachBlock(Rows rows, BlockConsumer consumer) {
        int columns = source.shape(rows.tensor()).columns();
        int atOnce = Math.min(rows.count(), Math.max(1, BLOCK_ELEMENTS / columns));
        float[] block = new float[atOnce * columns];
        for (int done = 0; done < rows.count(); done += atOnce) {
            int some = Math.min(atOnce, rows.count() - done);
            source.read(rows.tensor(), rows.first() + done, some, block);
            scale(block, some * columns, rows.factor());
            consumer.accept((long) done * columns, some * columns, block);
            progress.accept((long) some * columns);
        }
    }

    private static void scale(float[] block, int elements, float factor) {
        if (factor != 1) {
            for (int i = 0; i < elements; i++) {
                block[i] *= factor;
            }
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
        /** Takes the first {@code elements} of {@code block}, which are those from {@code begin} on of all. */
        void accept(long begin, int elements, float[] block);
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
