package stt.models.whisper;

/**
 * Consecutive rows of a linear layer, used as a layer of their own.
 *
 * @param name of the layer, which has {@code name/weight} and {@code name/bias}
 * @param firstRow first of the rows, which are the layer's outputs
 * @param rows their number
 * @param factor what weights and biases are multiplied with
 */
record Projection(String name, int firstRow, int rows, float factor) {

    /** One of the equally large parts that follow each other in a layer, such as query, key and value. */
    static Projection part(String name, int part, int rows) {
        return new Projection(name, part * rows, rows, 1);
    }

    /** The layer as it is. */
    static Projection whole(String name, WeightSource weights) {
        return new Projection(name, 0, weights.shape(name + "/weight").rows(), 1);
    }

    /** The same rows, multiplied with {@code factor}. */
    Projection times(float factor) {
        return new Projection(name, firstRow, rows, this.factor * factor);
    }

    /** The matrix, or the vector of biases, of these rows. */
    Rows of(String tensor) {
        return new Rows(name + "/" + tensor, firstRow, rows, factor);
    }

    /** Name that no other projection of the layer has. */
    String id() {
        return name + "[" + firstRow + "]";
    }

    /** Consecutive rows of one tensor, multiplied with a factor. */
    record Rows(String tensor, int first, int count, float factor) {}
}
