package stt.inference;

import stt.inference.api.AudioSource;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;

/**
 * One run of speech recognition.
 *
 * @param model id of an installed model
 * @param audio read to its end; whoever opened it closes it
 * @param options how to transcribe
 * @param control how the run is watched and ended
 */
public record SpeechRun(String model, AudioSource audio, TranscriptionOptions options, RunControl control) {}
