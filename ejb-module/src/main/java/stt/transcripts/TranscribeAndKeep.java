package stt.transcripts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import stt.accounts.Caller;
import stt.inference.SpeechRecognition;
import stt.inference.SpeechRun;
import stt.inference.api.Transcript;

/**
 * The transaction that spans inference: the session's part in it and the transcript's rows commit together or not at all.
 * Its first statement runs when the model has finished.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TranscribeAndKeep {

    @EJB
    private SpeechRecognition recognition;

    @EJB
    private Transcripts transcripts;

    @Inject
    private Clock clock;

    /** Runs, and keeps what came of it for an account. */
    public Transcribed run(Caller caller, Upload upload, SpeechRun run) {
        Transcript transcript = recognition.transcribe(run);
        Optional<UUID> id = caller.account()
                .map(account ->
                        transcripts.keep(account, upload.title(), transcript, upload.received(), clock.instant()));
        return new Transcribed(id, transcript);
    }
}
