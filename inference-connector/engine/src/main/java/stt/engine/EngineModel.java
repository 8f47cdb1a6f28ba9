package stt.engine;

/** A model in memory: weights that any number of sessions share. Thread-safe. */
public interface EngineModel extends AutoCloseable {

    /** Id of the model. */
    String id();

    /** Bytes that the weights hold, outside the heap. */
    long weightBytes();

    /** A new session with its own native state; the caller closes it before the model. */
    EngineSession open();

    /** Frees the weights. Sessions must be closed before. */
    @Override
    void close();
}
