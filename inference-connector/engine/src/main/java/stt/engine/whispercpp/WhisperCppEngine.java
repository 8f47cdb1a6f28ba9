package stt.engine.whispercpp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import stt.engine.EngineOptions;
import stt.engine.SpeechModel;
import stt.engine.UnusableModel;
import stt.engine.vad.SileroVad;

/** Loads Whisper models in ggml files. */
public final class WhisperCppEngine {

    private static final String WEIGHTS = "ggml.bin";

    private WhisperCppEngine() {}

    /**
     * Loads an installed model: {@code ggml.bin} and {@code whisper.json}. It runs on the CPU, whatever {@code options} say of
     * CUDA. The caller closes it.
     *
     * @param id what transcripts name as their model
     * @param directory where those files are
     * @param silero Silero VAD, as {@link SileroVad#load} takes it
     * @throws UnusableModel when a file is missing or corrupt, or whisper.cpp itself cannot be loaded, with nothing left in
     *     memory
     */
    public static SpeechModel load(String id, Path directory, Path silero, EngineOptions options) {
        ModelLanguages languages = ModelLanguages.read(directory.resolve("whisper.json"));
        Path weights = directory.resolve(WEIGHTS);
        long bytes = size(weights);
        NativeContext context = new NativeContext(weights);
        try {
            return new WhisperCppModel(
                    new WhisperCppModel.Facts(id, languages, bytes, options.intraOpThreads()),
                    context,
                    SileroVad.load(silero));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static long size(Path weights) {
        try {
            return Files.size(weights);
        } catch (IOException e) {
            throw new UnusableModel("The model's file " + weights + " cannot be read: " + e.getMessage(), e);
        }
    }
}
