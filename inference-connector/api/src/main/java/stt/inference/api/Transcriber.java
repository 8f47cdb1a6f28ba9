package stt.inference.api;

/**
 * A speech recognition session on one loaded model, borrowed from the container's pool. Use it from one thread, and close
 * it: that gives the session back. A closed handle throws {@link IllegalStateException}.
 */
public interface Transcriber extends AutoCloseable {

    /** Id of the model this session runs. */
    String model();

    /**
     * Reads {@code audio} to its end and transcribes it, in pieces: memory does not grow with its length. Does not close
     * {@code audio}.
     *
     * @throws InferenceCancelled when {@code control} ended the run; the session is clean again
     * @throws UnsupportedLanguage when the model does not know {@code options.language()}
     * @throws UnsupportedTask when the model cannot do {@code options.task()}
     * @throws InferenceFailed when the engine failed; the session is destroyed on close, not reused
     */
    Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control);

    @Override
    void close();
}
