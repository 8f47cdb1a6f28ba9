package stt.transcripts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import stt.accounts.Caller;
import stt.credits.Reservation;
import stt.credits.Reservations;
import stt.faults.FaultPoint;
import stt.faults.FaultsInCommit;
import stt.inference.SpeechRecognition;
import stt.inference.SpeechRun;
import stt.inference.api.Transcript;

/**
 * The transaction that spans inference: the session's part in it, the transcript's rows and the charge commit together or not
 * at all. Its first statement runs when the model has finished.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TranscribeAndKeep {

    @EJB
    private SpeechRecognition recognition;

    @EJB
    private Transcripts transcripts;

    @EJB
    private Reservations reservations;

    @EJB
    private FaultsInCommit faults;

    @Inject
    private Event<TranscriptKept> keptEvent;

    @Inject
    private Clock clock;

    /**
     * What is to be done.
     *
     * @param caller who pays
     * @param upload what was sent
     * @param reservation that is settled with the real length
     * @param waiting the transcript that waits for it, if there is one
     * @param kept is told of the result within the transaction
     */
    public record Task(
            Caller caller,
            Upload upload,
            Reservation reservation,
            Optional<UUID> waiting,
            Consumer<Transcribed> kept) {}

    /** Runs, keeps what came of it for an account, and charges for it. */
    public Transcribed run(Task task, SpeechRun run) {
        faults.atBegin();
        Transcript transcript = recognition.transcribe(run);
        FaultPoint.INFERENCE.reach();
        Optional<UUID> id = store(task, transcript);
        id.ifPresent(stored ->
                keptEvent.fire(new TranscriptKept(stored, task.upload().file())));
        FaultPoint.STORE.reach();
        reservations.settle(
                task.caller(), task.reservation(), transcript.duration().toMillis());
        Transcribed done = new Transcribed(id, transcript, task.reservation().standing());
        task.kept().accept(done);
        FaultPoint.SETTLE.reach();
        faults.atEnd();
        return done;
    }

    private Optional<UUID> store(Task task, Transcript transcript) {
        task.waiting().ifPresent(waiting -> {
            if (!transcripts.complete(waiting, transcript, clock.instant())) {
                throw new NoSuchTranscript(waiting);
            }
        });
        return task.waiting().or(() -> task.caller()
                .account()
                .map(account -> transcripts.keep(
                        account,
                        task.upload().title(),
                        transcript,
                        task.upload().received(),
                        clock.instant())));
    }
}
