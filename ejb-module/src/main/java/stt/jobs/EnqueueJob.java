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
import stt.credits.Reservation;
import stt.credits.Reservations;
import stt.credits.Standing;
import stt.credits.Work;
import stt.transcripts.Transcripts;
import stt.transcripts.Upload;

/** The transaction that queues a job: hold, transcript, job, its place in the schedule and the answer, or nothing of them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EnqueueJob {

    @EJB
    private Reservations reservations;

    @EJB
    private Transcripts transcripts;

    @EJB
    private JobRows rows;

    @EJB
    private Workers workers;

    @Inject
    private JobSettings settings;

    /**
     * What is to be queued.
     *
     * @param caller who pays; has an account
     * @param upload what was sent
     * @param order the same, as the job has it
     * @param work with its expected amount
     * @param length of the audio where it is known
     * @param kept is told of the result within the transaction
     */
    public record Intake(
            Caller caller,
            Upload upload,
            Job.Order order,
            Work work,
            Optional<Duration> length,
            Consumer<Queued> kept) {}

    /**
     * Queues it.
     *
     * @throws QueueFull when as many jobs wait as may
     * @throws stt.credits.QuotaExceeded as {@link Reservations#reserve}
     * @throws stt.credits.NoCredits as {@link Reservations#reserve}
     */
    public Queued run(Intake intake) {
        UUID account = intake.caller().account().orElseThrow();
        // First: it makes rows in transactions of its own, for which this one must not hold a connection yet.
        Reservation reservation = reservations.reserveWaiting(intake.caller(), intake.work(), settings.hold());
        rows.lockQueue();
        refuseWhenFull(account);
        UUID transcript = transcripts.enqueue(
                account,
                intake.upload().title(),
                intake.order().request().model(),
                intake.order().request().options().language(),
                intake.length(),
                intake.order().received());
        int band = Turn.band(intake.caller().tier());
        Turn turn = Turn.next(band, intake.length(), rows.before(band, account));
        Job job = new Job(transcript, account, intake.order(), reservation.id(), turn, Job.Attempts.NONE);
        int position = rows.ahead(job) + 1;
        rows.add(job);
        workers.add(transcript, turn);
        Queued queued = new Queued(transcript, position, reservation.standing());
        intake.kept().accept(queued);
        return queued;
    }

    private void refuseWhenFull(UUID account) {
        if (rows.count(account) >= settings.mostPerAccount()) {
            throw full(
                    "As many recordings of yours wait as may: " + settings.mostPerAccount() + ". Wait for one to end.",
                    settings.mostPerAccount());
        }
        if (rows.count() >= settings.most()) {
            throw full("The queue is full. Come back later.", settings.most());
        }
    }

    private QueueFull full(String sentence, int limit) {
        return new QueueFull(sentence, new Standing(limit, 0, settings.fullRetryAfter(), Duration.ZERO));
    }
}
