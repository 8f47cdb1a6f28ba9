package stt.connector;

/**
 * How the sessions of a model run. Sessions with different options never stand in for each other.
 *
 * @param threads that one run may use inside the engine, at least 1
 */
public record SessionOptions(int threads) {

    public SessionOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("a run needs at least one thread, found " + threads);
        }
    }
}
