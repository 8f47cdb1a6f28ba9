package stt.inference;

import java.util.List;
import java.util.Optional;
import stt.inference.api.AudioSource;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;

/**
 * One run of speech recognition.
 *
 * @param model id of an installed model
 * @param channels the recording, or its channels apart, at least one; each is read to its end, and closed by whoever opened
 *     it
 * @param options how to transcribe
 * @param control how the run is watched and ended
 * @param diarization how to tell speakers apart; empty not to. Channels that are apart are a speaker each instead
 */
public record SpeechRun(
        String model,
        List<? extends AudioSource> channels,
        TranscriptionOptions options,
        RunControl control,
        Optional<DiarizationOptions> diarization) {

    public SpeechRun {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a run needs audio");
        }
    }

    /** Without speakers. */
    public SpeechRun(String model, AudioSource audio, TranscriptionOptions options, RunControl control) {
        this(model, List.of(audio), options, control, Optional.empty());
    }
}
