package stt.models.whisper;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The published weights of one Whisper model, whatever file they come in, under the names that CTranslate2's
 * {@code WhisperSpec} gives them: {@code encoder/layer_0/self_attention/linear_0/weight} and so on, with query, key and
 * value of the self-attention as consecutive rows of one matrix, and key and value of the cross-attention likewise.
 * A source with other names or separate matrices maps them. Reading is positional, so that memory does not grow with
 * the model. Not thread-safe.
 */
public interface WeightSource extends Closeable {

    /** Names of all tensors. */
    Set<String> names();

    /** @throws UnreadableModel when there is no such tensor */
    Shape shape(String name);

    /**
     * Reads consecutive rows, converted to floats, into the first {@code rows * columns} elements of {@code into}.
     *
     * @throws UnreadableModel when there is no such tensor, it holds no floating-point numbers, or reading fails
     */
    void read(String name, int firstRow, int rows, float[] into);

    /** Attention heads in each layer. */
    int heads();

    /** What the published files call a tensor, for messages. */
    default String origin(String name) {
        return name;
    }

    /**
     * Dimensions of a tensor, the slowest first.
     *
     * @param dimensions each at least 1; empty for a single number
     */
    record Shape(List<Integer> dimensions) {
        public Shape {
            dimensions = List.copyOf(dimensions);
        }

        /** Shape of the given dimensions. */
        public static Shape of(Integer... dimensions) {
            return new Shape(List.of(dimensions));
        }

        /** The first dimension; 1 for a single number. */
        public int rows() {
            return dimensions.isEmpty() ? 1 : dimensions.get(0);
        }

        /** Elements in a row: the product of the other dimensions; 1 for a vector. */
        public int columns() {
            return dimensions.stream().skip(1).reduce(1, Math::multiplyExact);
        }

        /** The same shape but for the number of rows. */
        public Shape withRows(int rows) {
            List<Integer> changed = new ArrayList<>(dimensions);
            changed.set(0, rows);
            return new Shape(changed);
        }

        /** Number of elements. */
        public long size() {
            return (long) rows() * columns();
        }

        @Override
        public String toString() {
            return dimensions.isEmpty()
                    ? "single number"
                    : String.join(
                            " x ", dimensions.stream().map(String::valueOf).toList());
        }
    }
}
