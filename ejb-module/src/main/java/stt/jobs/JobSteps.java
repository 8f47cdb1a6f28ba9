package stt.jobs;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import stt.accounts.Accounts;
import stt.accounts.Caller;
import stt.credits.Reservation;
import stt.credits.Reservations;
import stt.credits.Work;
import stt.transcripts.NoSuchTranscript;
import stt.transcripts.Transcripts;

/** What happens to a job and its transcript together, each in a short transaction of its own unless it says otherwise. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobSteps {

    @EJB
    private JobRows rows;

    @EJB
    private Transcripts transcripts;

    @EJB
    private Reservations reservations;

    @EJB
    private Accounts accounts;

    @EJB
    private Callbacks callbacks;

    @Inject
    private JobSettings settings;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext transaction;

    /** Begins a try, which counts. Empty when nobody waits for the transcript any more. */
    public Optional<Job> begin(UUID transcript) {
        if (!transcripts.begin(transcript)) {
            rows.remove(transcript);
            return Optional.empty();
        }
        if (!rows.begin(transcript, UUID.randomUUID())) {
            transaction.setRollbackOnly();
            return Optional.empty();
        }
        return rows.find(transcript);
    }

    /** Who pays for {@code job}, with the limits that it has now. */
    public Caller payer(Job job) {
        return new Caller(
                Optional.of(job.account()), accounts.existing(job.account()).tier());
    }

    /**
     * Reserves for a job whose reservation has expired with its node.
     *
     * @throws stt.credits.QuotaExceeded when the quota has not enough left
     * @throws stt.credits.NoCredits when the balance does not pay for it
     */
    public Reservation reserveAgain(Job job, Caller payer, Work work) {
        Reservation reservation = reservations.reserveWaiting(payer, work, settings.hold());
        rows.reserved(job, reservation.id());
        return reservation;
    }

    /** Ends {@code job} in the transaction that stores its result; that must roll back when somebody has ended it before. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void completed(Job job) {
        if (!rows.remove(job.transcript())) {
            throw new NoSuchTranscript(job.transcript());
        }
        tell(job);
    }

    /**
     * Puts {@code job} back into the queue.
     *
     * @param counts whether its try counts
     * @param error why, in a sentence for its owner
     * @return whether it was still this try's; if not, nothing changes
     */
    public boolean putBack(Job job, boolean counts, Optional<String> error) {
        boolean done = transcripts.requeue(job.transcript()) && rows.putBack(job, counts ? 0 : 1, error);
        if (!done) {
            transaction.setRollbackOnly();
        }
        return done;
    }

    /** {@code job} fails for good; whether it was still this try's: if not, nothing changes. */
    public boolean fail(Job job, String sentence) {
        boolean done = transcripts.fail(job.transcript(), sentence, clock.instant()) && rows.removeOwn(job);
        if (done) {
            tell(job);
        } else {
            transaction.setRollbackOnly();
        }
        return done;
    }

    /** Writes down how far transcripts have come, in per cent. */
    public void advance(Map<UUID, Integer> progress) {
        progress.forEach(transcripts::advance);
    }

    /** Those of {@code transcripts} that somebody still waits for. */
    public Set<UUID> wanted(Set<UUID> ofThese) {
        return rows.among(ofThese);
    }

    /** Renews what is held for all jobs that wait. */
    public void renewHolds() {
        rows.reservationsOfWaiting().forEach(id -> reservations.renew(id, settings.hold()));
    }

    private void tell(Job job) {
        job.order().callback().ifPresent(url -> callbacks.tell(job.account(), job.transcript(), url));
    }
}
