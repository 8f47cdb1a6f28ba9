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

    private final OnnxGraph graph;
    private final LogMelSpectrogram features;
    private FloatBuffer mel = NativeBuffers.floats(0);

    AudioEncoder(OnnxGraph graph, WhisperFacts facts) {
        this.graph = graph;
        this.features = new LogMelSpectrogram(facts.melBins());
    }

    /** Encodes {@code samples} into row {@code row} of {@code target}, whose width is the window's. */
    void encode(float[] samples, CrossAttention target, int row, RunOptions options) throws OrtException {
        int width = target.positions() * WhisperFacts.FRAMES_PER_POSITION;
        if (mel.capacity() < features.bins() * width) {
            mel = NativeBuffers.floats((long) features.bins() * width);
        }
        features.write(samples, mel, width);
        try (Tensors input = new Tensors();
                Tensors output = target.rows(row, 1)) {
            input.put("mel", mel, 0, 1, features.bins(), width);
            graph.session()
                    .run(input.byName(), Set.of(), output.byName(), options)
                    .close();
        }
    }

    /** Frames of a window for so many samples: the speech, 2 s of zeros, an even number, at most 30 s. */
    static int window(int samples) {
        int frames = LogMelSpectrogram.frames(samples) + 200;
        return Math.min(WhisperFacts.FULL_WINDOW, (frames + 1) / 2 * 2);
    }
}
