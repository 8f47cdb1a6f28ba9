package stt.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;
import java.util.UUID;
import stt.credits.Reservations;

/** Ends a job before it is done, in the caller's transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class TakeBack {

    @EJB
    private JobRows rows;

    @EJB
    private Reservations reservations;

    @EJB
    private Callbacks callbacks;

    /** Removes the job of {@code transcript}, whose row is locked, and what is held for it; the job, if there was one. */
    public Optional<Job> run(UUID account, UUID transcript) {
        Optional<Job> found = rows.find(transcript).filter(job -> rows.remove(transcript));
        found.ifPresent(job -> {
            job.order().callback().ifPresent(url -> callbacks.tellOfCancelling(account, transcript, url));
            if (job.attempts().run().isEmpty()) { // who runs it lets go itself
                reservations.release(job.reservation());
            }
        });
        return found;
    }
}
