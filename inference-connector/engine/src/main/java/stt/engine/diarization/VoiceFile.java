package stt.engine.diarization;

import java.nio.file.Path;

/**
 * A model of voices.
 *
 * @param file ONNX, with one input and one output, whatever they are called
 * @param facts what it takes and gives
 */
public record VoiceFile(Path file, VoiceFacts facts) {}
