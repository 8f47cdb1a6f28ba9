package stt.connector;

import java.time.Duration;
import java.util.Optional;
import stt.engine.EngineModel;
import stt.engine.SpeakerModel;
import stt.engine.SpeechModel;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/**
 * A real run of a model on two seconds of real speech, in a session of its own beside the pool. It tells whether the model
 * works, and after it the first caller finds everything in memory that a session needs.
 *
 * @param slots where its sessions are opened
 */
record Trial(Slots slots) {

    private static final String ENGLISH = "en";

    /** Two seconds of speech take the largest model on one old core less than this. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /**
     * @throws InferenceFailed when the engine fails, or hears nothing in clear speech of a language that it knows
     * @throws InferenceCancelled when the run takes too long, or the adapter stops
     */
    void run(EngineModel model) {
        try (Slot slot = slots.open(model, Usage.UNCOUNTED);
                AudioSource speech = AudioSource.of(ProbeSpeech.samples())) {
            RunControl control = RunControl.of(new CancelToken(), DEADLINE);
            if (model instanceof SpeechModel transcribing) {
                transcribe(slot, speech, transcribing, control);
            } else if (model instanceof SpeakerModel) {
                slot.diarize(speech, DiarizationOptions.DEFAULT, control);
            }
        }
    }

    private static void transcribe(Slot slot, AudioSource speech, SpeechModel model, RunControl control) {
        Optional<String> english = Optional.of(ENGLISH).filter(model.languages()::contains);
        Transcript heard = slot.run(speech, TranscriptionOptions.DEFAULT.withLanguage(english), control);
        if (english.isPresent() && heard.segments().isEmpty()) {
            throw new InferenceFailed(
                    "the model heard nothing in two seconds of clear speech",
                    new IllegalStateException(heard.toString()));
        }
    }
}
