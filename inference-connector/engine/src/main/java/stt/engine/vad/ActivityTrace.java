package stt.engine.vad;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.Arrays;

/**
 * How likely each 32 ms of a recording are speech, kept for all of it in a byte each: 110 KB an hour. Not thread-safe; for one
 * recording.
 */
public final class ActivityTrace implements AutoCloseable {

    /** Samples that each probability is about. */
    public static final int WINDOW = SpeechDetector.WINDOW;

    private static final float ONE = 255;

    private final VoiceActivity activity;
    private final float[] waiting = new float[VoiceActivity.CONTEXT + VoiceActivity.BLOCK * WINDOW];
    private final float[] probabilities = new float[VoiceActivity.BLOCK];
    private int samples;
    private byte[] trace = new byte[1 << 12];
    private int count;

    /** A stream of its own on {@code vad}, which the caller keeps open for as long as this. */
    public ActivityTrace(SileroVad vad) throws OrtException {
        activity = vad.stream();
        activity.reset();
    }

    /** The next samples. */
    public void accept(float[] block, int offset, int length, RunOptions options) throws OrtException {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, VoiceActivity.BLOCK * WINDOW - samples);
            System.arraycopy(block, offset + done, waiting, VoiceActivity.CONTEXT + samples, part);
            samples += part;
            done += part;
            if (samples == VoiceActivity.BLOCK * WINDOW) {
                run(VoiceActivity.BLOCK, options);
            }
        }
    }

    /** The end of the recording; what is less than a window of it is left out. */
    public void finish(RunOptions options) throws OrtException {
        if (samples >= WINDOW) {
            run(samples / WINDOW, options);
        }
    }

    private void run(int windows, RunOptions options) throws OrtException {
        for (int window = 0; window < windows; window++) {
            activity.input().put(window * VoiceActivity.INPUT, waiting, window * WINDOW, VoiceActivity.INPUT);
        }
        activity.run(windows, probabilities, options);
        if (count + windows > trace.length) {
            trace = Arrays.copyOf(trace, trace.length * 2);
        }
        for (int window = 0; window < windows; window++) {
            trace[count++] = (byte) Math.round(probabilities[window] * ONE);
        }
        System.arraycopy(waiting, windows * WINDOW, waiting, 0, VoiceActivity.CONTEXT);
        samples = 0;
    }

    /** The highest probability in [0, 1] of the windows that hold samples from {@code from} to before {@code to}. */
    public float highest(long from, long to) {
        float highest = 0;
        for (long i = Math.max(0, from / WINDOW); i < count && i * WINDOW < to; i++) {
            highest = Math.max(highest, (trace[(int) i] & 0xff) / ONE);
        }
        return highest;
    }

    /** Frees the stream; what was heard can still be asked for. */
    @Override
    public void close() {
        activity.close();
    }
}
