package stt.engine.diarization;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;
import java.util.Set;
import stt.engine.audio.RecentAudio;
import stt.engine.onnx.NativeBuffers;
import stt.engine.onnx.OnnxGraph;
import stt.engine.onnx.Tensors;

/**
 * Runs segmentation-3.0 (https://huggingface.co/pyannote/segmentation-3.0) on windows of 10 s, several at a time. Not
 * thread-safe: reuses its buffers.
 */
final class SegmentationGraph {

    /** Samples of a window: 10 s, what the model was trained on. */
    static final int WINDOW = 160_000;

    /** Frames that the model gives for a window. */
    static final int FRAMES = 589;

    /** Samples from one frame to the next: the strides of its convolutions and poolings multiplied. */
    static final int FRAME_STEP = 270;

    /** Samples that one frame sees without the recurrent layers. */
    static final int FRAME_FIELD = 991;

    /** Silence, speaker 1, 2, 3, 1+2, 1+3, 2+3. */
    static final int CLASSES = 7;

    /** Windows of a call: four side by side cost about 0.75 of one by one, more bring nothing. */
    static final int BATCH = 4;

    private final OnnxGraph graph;
    private final FloatBuffer input = NativeBuffers.floats((long) BATCH * WINDOW);
    private final FloatBuffer output = NativeBuffers.floats((long) BATCH * FRAMES * CLASSES);

    SegmentationGraph(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Sets window {@code row} of the next call: the samples from {@code start} on, zeros after the end of the audio. */
    void set(int row, RecentAudio audio, long start) {
        int count = (int) Math.min(WINDOW, audio.end() - start);
        audio.copy(start, start + count, input, row * WINDOW);
        for (int i = count; i < WINDOW; i++) {
            input.put(row * WINDOW + i, 0);
        }
    }

    /** Runs the first {@code rows} windows. */
    void run(int rows, RunOptions options) throws OrtException {
        try (Tensors in = new Tensors();
                Tensors out = new Tensors()) {
            in.put("x", input, 0, rows, 1, WINDOW);
            out.put("y", output, 0, rows, FRAMES, CLASSES);
            graph.session().run(in.byName(), Set.of(), out.byName(), options).close();
        }
    }

    /** Copies the log-probabilities of window {@code row}: FRAMES times CLASSES values. */
    void copy(int row, float[] logProbabilities) {
        output.get(row * FRAMES * CLASSES, logProbabilities, 0, FRAMES * CLASSES);
    }
}
