package stt.engine.diarization;

import java.nio.file.Path;

/**
 * Which models tell speakers apart.
 *
 * @param id what they are called together
 * @param segmentation segmentation-3.0, or a model with the same input and output
 * @param voices CAM++, or another model of voices: WeSpeaker's ResNet34 or ReDimNet, for two
 * @param voiceActivity Silero VAD, as {@link stt.engine.vad.SileroVad#load} takes it
 */
public record SpeakerFiles(String id, Path segmentation, VoiceFile voices, Path voiceActivity) {}
