package stt.models.whisper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Safetensors of a Whisper model with the names of Hugging Face's transformers. */
final class HuggingFaceWeights implements WeightSource {
    /** The projection onto the vocabulary, which is the embeddings: some write it a second time. */
    private static final String TIED = "proj_out.weight";

    private static final String EMBEDDINGS = "decoder/embeddings/weight";
    private static final int COMPARED_ROWS = 64;

    private final Path folder;
    private final SafetensorsFiles files;
    private final Map<String, List<String>> parts;
    private final int heads;

    private HuggingFaceWeights(Path folder, SafetensorsFiles files, int heads) {
        this.folder = folder;
        this.files = files;
        this.parts = new HuggingFaceNames(files::has).parts();
        this.heads = heads;
    }

    /**
     * Opens the weights of a folder; the caller closes them.
     *
     * @param heads attention heads of each layer, which config.json tells
     * @throws UnreadableModel when a file is missing, damaged, or holds another kind of model
     */
    static HuggingFaceWeights open(Path folder, int heads) {
        SafetensorsFiles files = SafetensorsFiles.open(folder);
        try {
            HuggingFaceWeights weights = new HuggingFaceWeights(folder, files, heads);
            weights.checkTied();
            return weights;
        } catch (RuntimeException e) {
            try {
                files.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    @Override
    public Set<String> names() {
        return parts.keySet();
    }

    @Override
    public Shape shape(String name) {
        List<String> tensors = tensors(name);
        Shape first = shapeOf(tensors.get(0));
        int rows = 0;
        for (String tensor : tensors) {
            Shape shape = shapeOf(tensor);
            if (shape.columns() != first.columns()) {
                throw new UnreadableModel("%s in %s should have rows of %d numbers as %s has, but its shape is %s"
                        .formatted(tensor, folder, first.columns(), tensors.get(0), shape));
            }
            rows = Math.addExact(rows, shape.rows());
        }
        return first.withRows(rows);
    }

    @Override
    public void read(String name, int firstRow, int rows, float[] into) {
        int columns = shape(name).columns();
        int begin = 0; // of this part, among the rows of all
        for (String tensor : tensors(name)) {
            int end = begin + shapeOf(tensor).rows();
            int from = Math.max(firstRow, begin);
            int count = Math.min(firstRow + rows, end) - from;
            if (count > 0) {
                int at = (from - firstRow) * columns;
                if (files.has(tensor)) {
                    files.read(tensor, new TensorFile.Rows(from - begin, count, at), into);
                } else {
                    Arrays.fill(into, at, at + count * columns, 0);
                }
            }
            begin = end;
        }
    }

    @Override
    public int heads() {
        return heads;
    }

    @Override
    public String origin(String name) {
        return String.join(" + ", parts.getOrDefault(name, List.of(name)));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private List<String> tensors(String name) {
        List<String> tensors = parts.get(name);
        if (tensors == null) {
            throw new UnreadableModel(
                    "the weights in %s have no %s, which every Whisper model has".formatted(folder, name));
        }
        return tensors;
    }

    /** Whisper's keys have no bias (Radford et al. 2022 publish none): where it is left out it is zeros. */
    private Shape shapeOf(String tensor) {
        String bias = ".k_proj.bias";
        return tensor.endsWith(bias) && !files.has(tensor)
                ? Shape.of(files.shape(tensor.replace(bias, ".k_proj.weight")).rows())
                : files.shape(tensor);
    }

    private void checkTied() {
        if (!files.has(TIED)) {
            return;
        }
        Shape shape = shape(EMBEDDINGS);
        boolean same = files.shape(TIED).equals(shape);
        float[] embeddings = new float[COMPARED_ROWS * shape.columns()];
        float[] projection = new float[embeddings.length];
        for (int row = 0; same && row < shape.rows(); row += COMPARED_ROWS) {
            int rows = Math.min(COMPARED_ROWS, shape.rows() - row);
            read(EMBEDDINGS, row, rows, embeddings);
            files.read(TIED, new TensorFile.Rows(row, rows, 0), projection);
            int numbers = rows * shape.columns();
            same = Arrays.equals(embeddings, 0, numbers, projection, 0, numbers);
        }
        if (!same) {
            throw new UnreadableModel(
                    "the weights in %s are not Whisper's: %s should be the same as the token embeddings, but differs"
                            .formatted(folder, TIED));
        }
    }
}
