package stt.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.OptionalInt;
import java.util.UUID;
import stt.transcripts.Library;
import stt.transcripts.StoredTranscript.Status;
import stt.transcripts.TranscriptSummary;

/** What accounts may know of their jobs. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Jobs {

    @EJB
    private Library library;

    @EJB
    private JobRows rows;

    /**
     * How a transcript stands, with a job or without.
     *
     * @throws stt.transcripts.NoSuchTranscript when {@code account} has none with this id
     */
    public JobStatus status(UUID account, UUID transcript) {
        TranscriptSummary summary = library.summary(account, transcript);
        return new JobStatus(
                summary.status(),
                summary.status() == Status.QUEUED ? position(transcript) : OptionalInt.empty(),
                summary.progress(),
                summary.error());
    }

    /** The place of a transcript in the queue, from 1 on; empty unless it waits. */
    public OptionalInt position(UUID transcript) {
        return rows.find(transcript)
                .filter(job -> job.attempts().run().isEmpty())
                .map(job -> OptionalInt.of(rows.ahead(job) + 1))
                .orElse(OptionalInt.empty());
    }
}
