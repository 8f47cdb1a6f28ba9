package stt.models.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

/**
 * CTranslate2's {@code model.bin} of a Whisper model. Only the directory of tensors is kept in memory; rows are read
 * from the file when asked for.
 */
public final class CTranslate2Weights implements WeightSource {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final Map<String, StoredTensor> tensors;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private CTranslate2Weights(Path file, FileChannel channel, Map<String, StoredTensor> tensors) {
        this.file = file;
        this.channel = channel;
        this.tensors = tensors;
    }

    /**
     * Opens a {@code model.bin} and reads its directory; the caller closes it.
     *
     * @throws UnreadableModel when the file is missing, truncated, damaged, or not a Whisper model that CTranslate2 wrote
     */
    public static CTranslate2Weights open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new CTranslate2Weights(file, channel, new CTranslate2Directory(file, channel).read());
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnreadableModel("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public Shape shape(String name) {
        return tensor(name).shape();
    }

    @Override
    public void read(String name, int firstRow, int rows, float[] into) {
        StoredTensor tensor = tensor(name);
        if (!tensor.type().isFloatingPoint()) {
            throw new UnreadableModel(
                    "%s: %s holds %s numbers, but the importer needs float32, float16 or bfloat16 weights; convert the model without quantization"
                            .formatted(file, name, tensor.type()));
        }
        int columns = tensor.shape().columns();
        readNumbers(tensor, (long) firstRow * columns, Math.multiplyExact(rows, columns), into);
    }

    @Override
    public int heads() {
        return integer("encoder/num_heads");
    }

    /** A single whole number, such as {@code encoder/num_heads}. */
    public int integer(String name) {
        StoredTensor tensor = tensor(name);
        if (!tensor.shape().dimensions().isEmpty()) {
            throw new UnreadableModel(
                    "%s: %s should be a single number, but its shape is %s".formatted(file, name, tensor.shape()));
        }
        float[] value = new float[1];
        readNumbers(tensor, 0, 1, value);
        return (int) value[0];
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private StoredTensor tensor(String name) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new UnreadableModel("%s has no tensor %s, which every Whisper model has".formatted(file, name));
        }
        return tensor;
    }

    private void readNumbers(StoredTensor tensor, long first, int count, float[] into) {
        int size = tensor.type().bytes();
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, BUFFER_BYTES / size);
            fill(tensor.offset() + (first + done) * size, some * size);
            tensor.type().decode(buffer, into, done, some);
            done += some;
        }
    }

    private void fill(long position, int bytes) {
        buffer.clear().limit(bytes);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new UnreadableModel(
                            "%s became shorter while it was read: no data at byte %d".formatted(file, position));
                }
            }
        } catch (IOException e) {
            throw new UnreadableModel("%s cannot be read at byte %d: %s".formatted(file, position, e), e);
        }
        buffer.flip();
    }

    /**
     * A tensor in the file.
     *
     * @param offset bytes from the begin of the file
     */
    record StoredTensor(Shape shape, StoredType type, long offset) {}
}
