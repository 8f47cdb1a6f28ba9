package stt.inference;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.Transcriber;
import stt.inference.api.Transcript;
import stt.speakers.Patience;

/** Tells speakers apart beside transcriptions, with as much patience as is configured. Thread-safe. */
@ApplicationScoped
public class SpeakersBeside {

    @EJB
    private SpeakerRecognition recognition;

    @Inject
    @ConfigProperty(name = "stt.diarization.patience")
    private Duration patience;

    @Inject
    @ConfigProperty(name = "stt.diarization.patience-factor")
    private double patienceFactor;

    /** As {@link SpokenTranscription#transcribe}. */
    Transcript transcribe(Transcriber session, SpeechRun run, DiarizationOptions options) {
        return new SpokenTranscription(recognition, new Patience(patience, patienceFactor))
                .transcribe(session, run, options);
    }
}
