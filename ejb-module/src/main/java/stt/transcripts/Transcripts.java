package stt.transcripts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;

/** The kept transcripts in the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Transcripts {

    private static final int TITLE_LENGTH = 255;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Transcripts() {}

    Transcripts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Keeps {@code transcript} with all its segments for {@code account}, in the caller's transaction. A title that is too
     * long for its column is cut.
     *
     * @return the new transcript's id
     */
    public UUID keep(UUID account, String title, Transcript transcript, Instant requested, Instant completed) {
        StoredTranscript stored = new StoredTranscript(account, fitting(title), transcript, requested, completed);
        entities.persist(stored);
        List<Segment> segments = transcript.segments();
        for (int i = 0; i < segments.size(); i++) {
            entities.persist(new StoredSegment(stored, i, segments.get(i)));
        }
        return stored.id();
    }

    /** Cuts between characters, never within one. */
    private static String fitting(String title) {
        if (title.codePointCount(0, title.length()) <= TITLE_LENGTH) {
            return title;
        }
        return title.substring(0, title.offsetByCodePoints(0, TITLE_LENGTH));
    }
}
