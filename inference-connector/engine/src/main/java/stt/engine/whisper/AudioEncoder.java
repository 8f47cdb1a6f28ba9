package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;
import java.util.Set;
import stt.engine.audio.LogMelSpectrogram;
import stt.engine.onnx.NativeBuffers;
import stt.engine.onnx.OnnxGraph;
import stt.engine.onnx.Tensors;

/** Runs the encoder, one window at a time. Not thread-safe: reuses its buffers. */
final class AudioEncoder {

    /** Frames of zeros after the speech: without 2 s of them, texts may never end. */
    private static final int ZEROS = 200;

    /** Frames of the shortest window: the shorter it is, the more words of short utterances are misheard. */
    private static final int SHORTEST_WINDOW = 800;

    private final OnnxGraph graph;
    private final LogMelSpectrogram features;
    private final FloatBuffer mel;

    AudioEncoder(OnnxGraph graph, WhisperFacts facts) {
        this.graph = graph;
        this.features = new LogMelSpectrogram(facts.melBins());
        this.mel = NativeBuffers.floats((long) facts.melBins() * WhisperFacts.FULL_WINDOW);
    }

    /** Encodes {@code samples} into row {@code row} of {@code target}, whose width is the window's. */
    void encode(float[] samples, CrossAttention target, int row, RunOptions options) throws OrtException {
        int width = target.positions() * WhisperFacts.FRAMES_PER_POSITION;
        features.write(samples, mel, width);
        try (Tensors input = new Tensors();
                Tensors output = target.rows(row, 1)) {
            input.put("mel", mel, 0, 1, features.bins(), width);
            graph.session()
                    .run(input.byName(), Set.of(), output.byName(), options)
                    .close();
        }
    }

    /** Frames of a window for so many samples: the speech, 2 s of zeros, an even number, 8 to 30 s in all. */
    static int window(int samples) {
        int frames = Math.max(SHORTEST_WINDOW, LogMelSpectrogram.frames(samples) + ZEROS);
        return Math.min(WhisperFacts.FULL_WINDOW, (frames + 1) / 2 * 2);
    }
}
