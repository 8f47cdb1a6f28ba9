package stt.engine.diarization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import stt.engine.EngineOptions;
import stt.engine.SpeakerModel;
import stt.engine.UnusableModel;
import stt.engine.onnx.OnnxGraph;

/** Loads the models that tell speakers apart. */
public final class DiarizationEngine {

    private DiarizationEngine() {}

    /**
     * Loads a pair of models. The caller closes it.
     *
     * @param id what the pair is called
     * @param segmentation segmentation-3.0, or a model with the same input and output
     * @param voices CAM++, or a model with one input {@code fbank} [N, T, 80] and one output {@code embedding} [N, D]
     * @throws UnusableModel when a file is missing, corrupt or not such a model, with nothing left in memory
     */
    public static SpeakerModel load(String id, Path segmentation, Path voices, EngineOptions options) {
        OnnxGraph segments = OnnxGraph.open(segmentation, options);
        try {
            requireSegmentation(segments, segmentation);
            OnnxGraph sounds = OnnxGraph.open(voices, options);
            try {
                VoiceGraph.dimensions(sounds);
                return new DiarizationModel(id, segments, sounds, Files.size(segmentation) + Files.size(voices));
            } catch (RuntimeException | IOException e) {
                sounds.close();
                throw e;
            }
        } catch (RuntimeException e) {
            segments.close();
            throw e;
        } catch (IOException e) {
            segments.close();
            throw new UnusableModel("The model " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireSegmentation(OnnxGraph graph, Path file) {
        graph.inputShape("x");
        long[] shape = graph.outputShape("y");
        if (shape.length != 3 || shape[2] != SegmentationGraph.CLASSES) {
            throw new UnusableModel("The model file " + file + " does not give " + SegmentationGraph.CLASSES
                    + " classes of speakers for each frame.");
        }
    }
}
