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
 * Turns the features of one voice into a vector whose direction tells voices apart: CAM++ (Wang et al. 2023), or another
 * model with one input [1, frames, bins] of Kaldi features less their mean and one output [1, dimensions]. Not
 * thread-safe: reuses its buffers.
 */
final class VoiceGraph {

    /** Kaldi mel bins of a frame. */
    static final int BINS = 80;

    /** Frames of a call at most: those of one window of segmentation. */
    static final int MOST_FRAMES = 1_000;

    private final OnnxGraph graph;
    private final int dimensions;
    private final FloatBuffer input = NativeBuffers.floats((long) MOST_FRAMES * BINS);
    private final FloatBuffer output;
    private final double[] mean = new double[BINS];

    VoiceGraph(OnnxGraph graph) {
        this.graph = graph;
        this.dimensions = dimensions(graph);
        this.output = NativeBuffers.floats(dimensions);
    }

    /**
     * Length of the vectors that {@code graph} gives.
     *
     * @throws UnusableModel when it is no such model
     */
    static int dimensions(OnnxGraph graph) {
        long[] features = graph.inputShape(graph.onlyInput());
        long[] shape = graph.outputShape(graph.onlyOutput());
        if (features.length != 3 || (features[2] != BINS && features[2] != -1) || shape[shape.length - 1] < 1) {
            throw new UnusableModel(
                    "A model of voices has an input [N, T, " + BINS + "] and an output [N, D], but this one has "
                            + Arrays.toString(features) + " and " + Arrays.toString(shape) + ".");
        }
        return Math.toIntExact(shape[shape.length - 1]);
    }

    /**
     * The voice in {@code frames} rows of {@link #BINS} features, whose mean is subtracted in place.
     *
     * @return of unit length
     */
    float[] embed(float[] features, int frames, RunOptions options) throws OrtException {
        subtractMean(features, frames);
        input.put(0, features, 0, frames * BINS);
        try (Tensors in = new Tensors();
                Tensors out = new Tensors()) {
            in.put(graph.onlyInput(), input, 0, 1, frames, BINS);
            out.put(graph.onlyOutput(), output, 0, 1, dimensions);
            graph.session().run(in.byName(), Set.of(), out.byName(), options).close();
        }
        float[] voice = new float[dimensions];
        output.get(0, voice);
        Vectors.normalize(voice);
        return voice;
    }

    private void subtractMean(float[] features, int frames) {
        for (int bin = 0; bin < BINS; bin++) {
            mean[bin] = 0;
        }
        for (int i = 0; i < frames * BINS; i++) {
            mean[i % BINS] += features[i];
        }
        for (int i = 0; i < frames * BINS; i++) {
            features[i] -= (float) (mean[i % BINS] / frames);
        }
    }
}
