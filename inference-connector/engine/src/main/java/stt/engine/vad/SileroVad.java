package stt.engine.vad;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import stt.engine.EngineOptions;
import stt.engine.onnx.OnnxGraph;

/**
 * Silero VAD in memory (https://github.com/snakers4/silero-vad, version 5 and 6 at 16 kHz): weights that any number of
 * streams share. Thread-safe.
 */
public final class SileroVad implements AutoCloseable {

    private final OnnxGraph graph;

    private SileroVad(OnnxGraph graph) {
        this.graph = graph;
    }

    /**
     * Loads {@code silero_vad.onnx} or {@code silero_vad_16k_sequence.onnx}, always on one CPU thread: the windows of a
     * stream follow from each other.
     *
     * @throws stt.engine.UnusableModel when the file is neither
     */
    public static SileroVad load(Path file) {
        OnnxGraph graph = OnnxGraph.open(file, EngineOptions.cpu(1));
        try {
            if (graph.hasInput("h")) {
                graph.outputShape("speech_probs");
            } else {
                graph.inputShape("state");
                graph.outputShape("stateN");
            }
            return new SileroVad(graph);
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    /** The state of one stream of audio; the caller closes it before this. */
    VoiceActivity stream() throws OrtException {
        return graph.hasInput("h") ? new SequenceActivity(graph) : new WindowActivity(graph);
    }

    @Override
    public void close() {
        graph.close();
    }
}
