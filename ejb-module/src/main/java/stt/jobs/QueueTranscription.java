package stt.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import stt.accounts.Caller;
import stt.credits.LimitReached;
import stt.credits.NoCredits;
import stt.credits.Work;
import stt.inference.Models;
import stt.inference.api.CancelToken;
import stt.transcripts.TranscribeUpload;
import stt.transcripts.Upload;
import stt.webhooks.Webhooks;

/** Takes an upload into the queue. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueTranscription {

    @EJB
    private Models models;

    @EJB
    private TranscribeUpload transcribe;

    @EJB
    private EnqueueJob enqueue;

    @EJB
    private Workers workers;

    @EJB
    private Webhooks webhooks;

    @Inject
    private JobFiles files;

    /**
     * What is asked.
     *
     * @param caller who pays; has an account
     * @param upload what was sent; its file is taken away
     * @param callback where to tell of the end
     */
    public record Asked(Caller caller, Upload upload, Optional<String> callback) {}

    /**
     * Queues {@code asked}. What is refused is refused as a request whose client waits would be, and leaves nothing behind.
     *
     * @param cancel ends the look at the file early
     * @param kept is told of the result within the transaction that queues it
     * @throws stt.inference.UnknownModel when nothing has the model's id
     * @throws stt.inference.api.ModelNotInstalled when it is not installed and nothing serves in its place
     * @throws stt.inference.api.UnsupportedTask when the model cannot do what is asked of it
     * @throws stt.audio.UnsupportedAudio when the file is no recording
     * @throws stt.webhooks.InvalidReceiver when nothing can be sent to the callback
     * @throws QueueFull when as many jobs wait as may
     * @throws NoStorage when the recording cannot be stored
     * @throws stt.credits.QuotaExceeded when the quota has not enough left
     * @throws NoCredits when the balance does not pay for it
     */
    public Queued run(Asked asked, CancelToken cancel, Consumer<Queued> kept) {
        UUID account = asked.caller().account().orElseThrow();
        asked.callback().ifPresent(url -> webhooks.check(account, url));
        Upload upload = asked.upload();
        String model = models.serving(
                upload.request().model(), upload.request().options().task());
        Optional<Duration> length = transcribe.length(upload, cancel);
        Job.Order order =
                new Job.Order(files.keep(upload.file()), upload.request(), asked.callback(), upload.received());
        Queued queued = enqueued(new EnqueueJob.Intake(
                asked.caller(),
                upload,
                order,
                Work.transcription(model, TranscribeUpload.expected(length)),
                length,
                kept));
        workers.wake();
        return queued;
    }

    /** After any other failure nobody knows whether the job was queued: the sweep looks later. */
    private Queued enqueued(EnqueueJob.Intake intake) {
        try {
            return enqueue.run(intake);
        } catch (QueueFull | LimitReached | NoCredits refused) {
            files.remove(intake.order().file());
            throw refused;
        }
    }
}
