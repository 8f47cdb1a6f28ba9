package stt.models.whisper;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import stt.models.whisper.TensorFile.StoredTensor;

/**
 * CTranslate2's {@code model.bin} of a Whisper model. Only the directory of tensors is kept in memory; rows are read
 * from the file when asked for.
 */
public final class CTranslate2Weights implements WeightSource {
    private final TensorFile file;
    private final Map<String, StoredTensor> tensors;

    private CTranslate2Weights(TensorFile file, Map<String, StoredTensor> tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    /**
     * Opens a {@code model.bin} and reads its directory; the caller closes it.
     *
     * @throws UnreadableModel when the file is missing, truncated, damaged, or not a Whisper model that CTranslate2 wrote
     */
    public static CTranslate2Weights open(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                Map<String, StoredTensor> tensors = new CTranslate2Directory(path, channel).read();
                return new CTranslate2Weights(new TensorFile(path, channel), tensors);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnreadableModel("%s cannot be read: %s".formatted(path, e), e);
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
        file.readRows(name, tensor(name), new TensorFile.Rows(firstRow, rows, 0), into);
    }

    @Override
    public int heads() {
        return integer("encoder/num_heads");
    }

    /** A single whole number, such as {@code encoder/num_heads}. */
    public int integer(String name) {
        StoredTensor tensor = tensor(name);
        if (!tensor.shape().dimensions().isEmpty()) {
            throw new UnreadableModel("%s: %s should be a single number, but its shape is %s"
                    .formatted(file.path(), name, tensor.shape()));
        }
        return (int) file.number(tensor);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private StoredTensor tensor(String name) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new UnreadableModel(
                    "%s has no tensor %s, which every Whisper model has".formatted(file.path(), name));
        }
        return tensor;
    }
}
