package stt.engine;

import java.util.List;

/** A speech recognition model in memory: weights that any number of sessions share. Thread-safe. */
public interface SpeechModel extends AutoCloseable {

    /** Id of the installed model. */
    String id();

    /** Codes of the languages it can transcribe, in the model's own order. */
    List<String> languages();

    /** Bytes that the weights hold, outside the heap. */
    long weightBytes();

    /** A new session with its own native state; the caller closes it before the model. */
    SpeechSession open();

    /** Frees the weights. Sessions must be closed before. */
    @Override
    void close();
}
