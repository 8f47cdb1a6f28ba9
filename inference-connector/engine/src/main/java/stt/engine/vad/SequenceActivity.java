package stt.engine.vad;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import stt.engine.onnx.NativeBuffers;
import stt.engine.onnx.OnnxGraph;

/** Silero's graph for sequences: many windows a call, the recurrent state in and out. */
final class SequenceActivity implements VoiceActivity {

    private static final int STATE = 128;

    private final OnnxGraph graph;
    private final FloatBuffer input = NativeBuffers.floats(BLOCK * INPUT);
    private final FloatBuffer output = NativeBuffers.floats(BLOCK);
    private final FloatBuffer hidden = NativeBuffers.floats(STATE);
    private final FloatBuffer cell = NativeBuffers.floats(STATE);
    private final FloatBuffer nextHidden = NativeBuffers.floats(STATE);
    private final FloatBuffer nextCell = NativeBuffers.floats(STATE);

    SequenceActivity(OnnxGraph graph) {
        this.graph = graph;
    }

    @Override
    public FloatBuffer input() {
        return input;
    }

    @Override
    public void run(int windows, float[] probabilities, RunOptions options) throws OrtException {
        try (OnnxTensor in = tensor(input, windows, INPUT);
                OnnxTensor h = tensor(hidden, 1, 1, STATE);
                OnnxTensor c = tensor(cell, 1, 1, STATE);
                OnnxTensor out = tensor(output, windows);
                OnnxTensor hn = tensor(nextHidden, 1, 1, STATE);
                OnnxTensor cn = tensor(nextCell, 1, 1, STATE)) {
            graph.session()
                    .run(
                            Map.of("input", in, "h", h, "c", c),
                            Set.of(),
                            Map.of("speech_probs", out, "hn", hn, "cn", cn),
                            options)
                    .close();
        }
        hidden.put(0, nextHidden, 0, STATE);
        cell.put(0, nextCell, 0, STATE);
        output.get(0, probabilities, 0, windows);
    }

    private static OnnxTensor tensor(FloatBuffer buffer, long... shape) throws OrtException {
        int count = 1;
        for (long dimension : shape) {
            count *= (int) dimension;
        }
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), buffer.duplicate().limit(count), shape);
    }

    @Override
    public void reset() {
        for (int i = 0; i < STATE; i++) {
            hidden.put(i, 0);
            cell.put(i, 0);
        }
    }

    @Override
    public void close() {}
}
