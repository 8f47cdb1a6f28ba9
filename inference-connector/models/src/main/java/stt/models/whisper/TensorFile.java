package stt.models.whisper;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import stt.models.whisper.WeightSource.Shape;

/** A file whose tensors lie at known places. Reads pass through one small buffer. Not thread-safe. */
final class TensorFile implements Closeable {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /** Closing this closes the channel. */
    TensorFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * A tensor in the file.
     *
     * @param offset bytes from the begin of the file
     */
    record StoredTensor(Shape shape, StoredType type, long offset) {}

    Path path() {
        return path;
    }

    /** Reads whole rows of a tensor of floating-point numbers into {@code into} from {@code at} on. */
    void readRows(String name, StoredTensor tensor, Rows rows, float[] into) {
        if (!tensor.type().isFloatingPoint()) {
            throw new UnreadableModel(
                    "%s: %s holds %s numbers, but the importer needs float32, float16 or bfloat16 weights; convert the model without quantization"
                            .formatted(path, name, tensor.type()));
        }
        int columns = tensor.shape().columns();
        numbers(tensor, (long) rows.first() * columns, Math.multiplyExact(rows.count(), columns), into, rows.at());
    }

    /**
     * Which rows to read and where to put them.
     *
     * @param at index of the first number's place
     */
    record Rows(int first, int count, int at) {}

    /** Reads a single number of any type. */
    float number(StoredTensor tensor) {
        float[] value = new float[1];
        numbers(tensor, 0, 1, value, 0);
        return value[0];
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void numbers(StoredTensor tensor, long first, int count, float[] into, int at) {
        int size = tensor.type().bytes();
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, BUFFER_BYTES / size);
            fill(tensor.offset() + (first + done) * size, some * size);
            tensor.type().decode(buffer, into, at + done, some);
            done += some;
        }
    }

    private void fill(long position, int bytes) {
        buffer.clear().limit(bytes);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new UnreadableModel(
                            "%s became shorter while it was read: no data at byte %d".formatted(path, position));
                }
            }
        } catch (IOException e) {
            throw new UnreadableModel("%s cannot be read at byte %d: %s".formatted(path, position, e), e);
        }
        buffer.flip();
    }
}
