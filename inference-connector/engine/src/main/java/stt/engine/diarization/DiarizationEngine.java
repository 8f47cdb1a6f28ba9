package stt.engine.diarization;

import java.io.IOException;
import java.nio.file.Path;
import stt.engine.EngineOptions;
import stt.engine.SpeakerModel;
import stt.engine.UnusableModel;
import stt.engine.onnx.OnnxGraph;
import stt.engine.vad.SileroVad;

/** Loads the models that tell speakers apart. */
public final class DiarizationEngine {

    private DiarizationEngine() {}

    /**
     * Loads them. The caller closes what it gets.
     *
     * @throws UnusableModel when a file is missing, corrupt or not such a model, with nothing left in memory
     */
    public static SpeakerModel load(SpeakerFiles files, EngineOptions options) {
        OnnxGraph segments = OnnxGraph.open(files.segmentation(), options);
        try {
            requireSegmentation(segments, files.segmentation());
            OnnxGraph sounds = OnnxGraph.open(files.voices().file(), options);
            try {
                VoiceGraph.require(sounds, files.voices());
                return new DiarizationModel(files, segments, sounds, SileroVad.load(files.voiceActivity()));
            } catch (RuntimeException | IOException e) {
                sounds.close();
                throw e;
            }
        } catch (RuntimeException e) {
            segments.close();
            throw e;
        } catch (IOException e) {
            segments.close();
            throw new UnusableModel("The model " + files.id() + " cannot be read: " + e.getMessage(), e);
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
