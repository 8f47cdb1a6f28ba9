package stt.transcripts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import stt.accounts.Caller;
import stt.audio.AudioDecoder;
import stt.audio.DecodedAudio;
import stt.inference.Models;
import stt.inference.SpeechRun;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;

/** Turns an upload into a transcript, for the client that waits for it and, later, for a queued job. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TranscribeUpload {

    @EJB
    private Models models;

    @EJB
    private TranscribeAndKeep transaction;

    @Inject
    private AudioDecoder decoder;

    @Inject
    private Deadlines deadlines;

    /**
     * Transcribes {@code upload} and keeps the transcript if {@code caller} has an account. All or nothing: whatever is
     * thrown, no transcript is kept, the session is free again and no decoder runs.
     *
     * @param cancel ends the run early
     * @throws stt.inference.UnknownModel when nothing has the model's id
     * @throws stt.inference.api.ModelNotInstalled when it is not installed and nothing serves in its place
     * @throws stt.audio.UnsupportedAudio when the file is no recording
     * @throws stt.inference.api.InferenceCancelled when {@code cancel} or the deadline ended the run
     */
    public Transcribed run(Caller caller, Upload upload, CancelToken cancel) {
        TranscriptionRequest request = upload.request();
        String model = models.serving(request.model());
        try (DecodedAudio audio = decoder.open(upload.file(), cancel)) {
            Duration deadline = deadlines.forAudio(audio.facts().length());
            SpeechRun run = new SpeechRun(
                    model,
                    audio,
                    new TranscriptionOptions(request.language(), request.wordTimes()),
                    RunControl.of(cancel, deadline));
            return transaction.run(caller, upload, run);
        }
    }
}
