package stt.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import stt.engine.whisper.WhisperEngine;

/** The installed starter models under {@code stt.models.dir}. */
public final class StarterModels {

    private StarterModels() {}

    /** Loads an installed Whisper model; the caller closes it. */
    public static SpeechModel load(String id) {
        return WhisperEngine.load(id, folder(id), silero(), EngineOptions.cpu(2));
    }

    /** Where an installed model's files are. */
    public static Path folder(String id) {
        return Path.of(System.getProperty("stt.models.dir", "data/models"), id);
    }

    /** The installed voice activity model. */
    public static Path silero() {
        Path sequence = folder("silero-vad").resolve("silero_vad_16k_sequence.onnx");
        return Files.exists(sequence) ? sequence : folder("silero-vad").resolve("silero_vad.onnx");
    }
}
