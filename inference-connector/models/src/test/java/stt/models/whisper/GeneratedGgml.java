package stt.models.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A ggml file that is right in all its sizes, of a model with one narrow layer on each side, whose weights count rows. */
public final class GeneratedGgml implements WeightSource {

    private static final int VOCABULARY = 51_864;

    static final WhisperDimensions DIMENSIONS = new WhisperDimensions(32, 2, 1, 1, VOCABULARY, 80, 1500, 448);

    private final WhisperLayout layout = new WhisperLayout(DIMENSIONS);

    /** Writes the file and returns it. */
    public static Path write(Path file) throws IOException {
        List<byte[]> words = new ArrayList<>();
        for (int i = 0; i < GgmlTokens.words(VOCABULARY); i++) {
            words.add(("w" + i).getBytes(StandardCharsets.UTF_8));
        }
        new GgmlConverter(Precision.FP16, (done, total) -> {}).write(file, DIMENSIONS, new GeneratedGgml(), words);
        return file;
    }

    /** Bytes of the file, to be changed. */
    static ByteBuffer bytes(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where the file of {@link #write} says how many words it has. */
    static int words() {
        return 12 * Integer.BYTES + 2 * Integer.BYTES + 80 * MelFilters.BANDS * Float.BYTES;
    }

    /** A weight is the row it is in, and a hundredth for each column. */
    static float weight(int row, int column) {
        return row % 1000 + column % 64 / 100f;
    }

    @Override
    public Set<String> names() {
        return layout.shapes().keySet();
    }

    @Override
    public Shape shape(String name) {
        Shape shape = layout.shapes().get(name);
        if (shape == null) {
            throw new UnreadableModel("no " + name);
        }
        return shape;
    }

    @Override
    public void read(String name, int firstRow, int rows, float[] into) {
        int columns = shape(name).columns();
        for (int i = 0; i < rows * columns; i++) {
            into[i] = weight(firstRow + i / columns, i % columns);
        }
    }

    @Override
    public int heads() {
        return DIMENSIONS.heads();
    }

    @Override
    public void close() {}
}
