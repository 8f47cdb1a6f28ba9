package stt.engine.diarization;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Set;
import stt.engine.UnusableModel;
import stt.engine.onnx.NativeBuffers;
import stt.engine.onnx.OnnxGraph;
import stt.engine.onnx.Tensors;

/**
 * Turns the audio of one voice into a vector whose direction tells voices apart: CAM++ (Wang et al. 2023), or another model
 * with one input, features [1, frames, bins] less their mean or samples [1, T] or [1, 1, T], and one output [1, dimensions].
 * Not thread-safe: reuses its buffers.
 */
final class VoiceGraph {

    /** Frames (10 ms each) of a call at most: those of one window of segmentation. */
    static final int MOST_FRAMES = 1_000;

    private final OnnxGraph graph;
    private final VoiceFacts facts;
    private final int width;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final double[] mean;

    VoiceGraph(OnnxGraph graph, VoiceFacts facts) {
        this.graph = graph;
        this.facts = facts;
        this.width = facts.frames().width();
        this.input = NativeBuffers.floats((long) MOST_FRAMES * width);
        this.output = NativeBuffers.floats(facts.dimensions());
        this.mean = new double[width];
    }

    VoiceFacts facts() {
        return facts;
    }

    /** Values of a frame of what the model takes. */
    int width() {
        return width;
    }

    /**
     * Checks that {@code graph} is what the facts of {@code voices} say.
     *
     * @throws UnusableModel when it is not
     */
    static void require(OnnxGraph graph, VoiceFile voices) {
        VoiceFacts facts = voices.facts();
        long[] taken = graph.inputShape(graph.onlyInput());
        long[] given = graph.outputShape(graph.onlyOutput());
        boolean takes = facts.takesSamples()
                ? taken.length == 2 || (taken.length == 3 && fits(taken[1], 1))
                : taken.length == 3 && fits(taken[2], facts.melBins());
        if (!takes || given.length != 2 || !fits(given[1], facts.dimensions())) {
            throw new UnusableModel(
                    "The model file %s is not the model of voices that was expected: from %s to %s, and not from %s to [N, %d]."
                            .formatted(
                                    voices.file(),
                                    Arrays.toString(taken),
                                    Arrays.toString(given),
                                    facts.takesSamples() ? "[N, T]" : "[N, T, " + facts.melBins() + "]",
                                    facts.dimensions()));
        }
    }

    private static boolean fits(long dimension, long expected) {
        return dimension == expected || dimension == -1;
    }

    /**
     * The voice in {@code frames} frames of {@link #width} values, which may be changed.
     *
     * @return of unit length
     */
    float[] embed(float[] values, int frames, RunOptions options) throws OrtException {
        if (!facts.takesSamples()) {
            subtractMean(values, frames);
        }
        input.put(0, values, 0, frames * width);
        try (Tensors in = new Tensors();
                Tensors out = new Tensors()) {
            in.put(graph.onlyInput(), input, 0, shape(frames));
            out.put(graph.onlyOutput(), output, 0, 1, facts.dimensions());
            graph.session().run(in.byName(), Set.of(), out.byName(), options).close();
        }
        float[] voice = new float[facts.dimensions()];
        output.get(0, voice);
        Vectors.normalize(voice);
        return voice;
    }

    private long[] shape(int frames) {
        if (!facts.takesSamples()) {
            return new long[] {1, frames, width};
        }
        long samples = (long) frames * width;
        boolean flat = graph.inputShape(graph.onlyInput()).length == 2;
        return flat ? new long[] {1, samples} : new long[] {1, 1, samples};
    }

    private void subtractMean(float[] features, int frames) {
        Arrays.fill(mean, 0);
        for (int i = 0; i < frames * width; i++) {
            mean[i % width] += features[i];
        }
        for (int i = 0; i < frames * width; i++) {
            features[i] -= (float) (mean[i % width] / frames);
        }
    }
}
