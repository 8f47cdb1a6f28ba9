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
import stt.inference.api.AudioSource;

/** Silero's graph for single windows. */
final class WindowActivity implements VoiceActivity {

    private static final int STATE = 2 * 128;

    private final OnnxGraph graph;
    private final FloatBuffer input = NativeBuffers.floats(BLOCK * INPUT);
    private final FloatBuffer output = NativeBuffers.floats(1);
    private final FloatBuffer state = NativeBuffers.floats(STATE);
    private final FloatBuffer nextState = NativeBuffers.floats(STATE);

    WindowActivity(OnnxGraph graph) {
        this.graph = graph;
    }

    @Override
    public FloatBuffer input() {
        return input;
    }

    @Override
    public void run(int windows, float[] probabilities, RunOptions options) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor before = OnnxTensor.createTensor(environment, state, new long[] {2, 1, STATE / 2});
                OnnxTensor after = OnnxTensor.createTensor(environment, nextState, new long[] {2, 1, STATE / 2});
                OnnxTensor out = OnnxTensor.createTensor(environment, output, new long[] {1, 1});
                OnnxTensor rate = OnnxTensor.createTensor(environment, (long) AudioSource.SAMPLE_RATE_HZ)) {
            for (int window = 0; window < windows; window++) {
                FloatBuffer samples = input.duplicate().position(window * INPUT).limit((window + 1) * INPUT);
                try (OnnxTensor in = OnnxTensor.createTensor(environment, samples.slice(), new long[] {1, INPUT})) {
                    graph.session()
                            .run(
                                    Map.of("input", in, "state", before, "sr", rate),
                                    Set.of(),
                                    Map.of("output", out, "stateN", after),
                                    options)
                            .close();
                }
                state.put(0, nextState, 0, STATE);
                probabilities[window] = output.get(0);
            }
        }
    }

    @Override
    public void reset() {
        for (int i = 0; i < STATE; i++) {
            state.put(i, 0);
        }
    }

    @Override
    public void close() {}
}
