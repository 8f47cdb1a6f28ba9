package stt.models.whisper;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes whisper.cpp's file format, field by field: magic, eleven sizes, mel filters, words, and tensors up to the end of the
 * file (whisper.cpp, models/convert-pt-to-ggml.py). Everything is little-endian. Not thread-safe.
 */
final class GgmlWriter implements Closeable {

    /** "ggml". */
    static final int MAGIC = 0x67676d6c;

    private final FileChannel file;

    private GgmlWriter(FileChannel file) {
        this.file = file;
    }

    /** Replaces {@code path}, if it is there. */
    static GgmlWriter create(Path path) throws IOException {
        return new GgmlWriter(FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** @param matrices how they will be stored */
    void sizes(WhisperDimensions sizes, GgmlType matrices) throws IOException {
        integers(
                MAGIC,
                sizes.vocabulary(),
                sizes.audioPositions(),
                sizes.width(),
                sizes.heads(),
                sizes.encoderLayers(),
                sizes.textPositions(),
                sizes.width(),
                sizes.heads(),
                sizes.decoderLayers(),
                sizes.melBins(),
                matrices.fileCode());
    }

    void filters(MelFilters filters) throws IOException {
        integers(filters.bins(), MelFilters.BANDS);
        float[] weights = filters.weights();
        ByteBuffer bytes = littleEndian(weights.length * Float.BYTES);
        bytes.asFloatBuffer().put(weights);
        write(bytes);
    }

    /** @param words of the vocabulary, in the order of their ids, as the bytes of UTF-8 text that they stand for */
    void words(List<byte[]> words) throws IOException {
        int size = words.stream().mapToInt(word -> word.length + Integer.BYTES).sum();
        ByteBuffer bytes = littleEndian(Integer.BYTES + size).putInt(words.size());
        words.forEach(word -> bytes.putInt(word.length).put(word));
        write(bytes.flip());
    }

    /** @param type F32 or F16 */
    void tensor(GgmlTensor tensor, GgmlType type, WeightBlocks weights) throws IOException {
        byte[] name = tensor.name().getBytes(StandardCharsets.UTF_8);
        int rank = tensor.shape().size();
        integers(rank, name.length, type.code());
        ByteBuffer head = littleEndian(rank * Integer.BYTES + name.length);
        for (int i = rank - 1; i >= 0; i--) { // the fastest dimension first
            head.putInt(tensor.shape().get(i));
        }
        write(head.put(name).flip());
        weights.forEach(tensor.rows(), (begin, elements, block) -> {
            ByteBuffer bytes = littleEndian((int) type.size(elements));
            if (type == GgmlType.F16) {
                weights.putHalves(tensor.rows().tensor(), block, elements, bytes);
            } else {
                bytes.asFloatBuffer().put(block, 0, elements);
            }
            try {
                write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Has the disk keep what was written. */
    void finish() throws IOException {
        file.force(true);
    }

    private void integers(int... values) throws IOException {
        ByteBuffer bytes = littleEndian(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        write(bytes);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
