package stt.transcripts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Removes transcripts with everything that belongs to them. */
@Stateless
public class RemoveTranscript {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<TranscriptRemoved> removed;

    /**
     * Removes a transcript. {@link TranscriptRemoved} is fired within the transaction.
     *
     * @throws NoSuchTranscript when {@code account} has none with this id
     */
    public void run(UUID account, UUID id) {
        StoredTranscript transcript = Library.own(entities, account, id);
        entities.refresh(transcript, LockModeType.PESSIMISTIC_WRITE);
        removed.fire(new TranscriptRemoved(id, account, transcript.status()));
        entities.remove(transcript);
    }
}
