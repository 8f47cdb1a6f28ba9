package stt.engine.vad;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;

/** How likely each window of one stream is speech. Not thread-safe. */
interface VoiceActivity extends AutoCloseable {

    /** Windows that one call takes at most: about a second. */
    int BLOCK = 32;

    /** Samples of the previous window that come before each window. */
    int CONTEXT = 64;

    /** Values of a window as the model takes it. */
    int INPUT = CONTEXT + SpeechDetector.WINDOW;

    /** Where to write windows of {@link #INPUT} values each, from position 0 on. */
    FloatBuffer input();

    /** Runs the first {@code windows} windows of {@link #input}, in order, and writes a probability for each. */
    void run(int windows, float[] probabilities, RunOptions options) throws OrtException;

    /** The next window begins a new recording. */
    void reset();

    @Override
    void close();
}
