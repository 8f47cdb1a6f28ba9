package stt.engine;

/** The native buffers and state of one run at a time. Not thread-safe but for {@link #decodedSteps}. */
public interface EngineSession extends AutoCloseable {

    /** Decoder steps since this session was opened, 0 for a model that decodes nothing; readable from any thread. */
    long decodedSteps();

    @Override
    void close();
}
