package stt.transcripts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;

/** The kept transcripts in the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Transcripts {

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
        StoredTranscript stored = new StoredTranscript(account, title, transcript.model(), requested);
        entities.persist(stored);
        fill(stored, transcript, completed);
        return stored.id();
    }

    /**
     * Makes a transcript that waits for its turn.
     *
     * @param model id of the model that was asked for
     * @param language ISO 639-1 code that was asked for, empty to detect it
     * @param length of the audio where it is known
     * @return the new transcript's id
     */
    public UUID enqueue(
            UUID account,
            String title,
            String model,
            Optional<String> language,
            Optional<Duration> length,
            Instant now) {
        StoredTranscript stored = new StoredTranscript(account, title, model, now);
        stored.expect(language, length);
        entities.persist(stored);
        return stored.id();
    }

    /**
     * A model works on it from now on.
     *
     * @return whether it was {@code QUEUED} or {@code PROCESSING} until now; if not, nothing changes
     */
    public boolean begin(UUID id) {
        return change(id, StoredTranscript::begin);
    }

    /** A try came to nothing, and it waits for the next; throws nothing and changes nothing as {@link #begin}. */
    public boolean requeue(UUID id) {
        return change(id, StoredTranscript::requeue);
    }

    /** {@code percent} of it are done, in [0, 100]. */
    public boolean advance(UUID id, int percent) {
        return change(id, transcript -> transcript.advance(percent));
    }

    /**
     * Stores what came of a transcript that waited.
     *
     * @return whether it was {@code QUEUED} or {@code PROCESSING} until now; if not, nothing changes
     */
    public boolean complete(UUID id, Transcript transcript, Instant now) {
        return change(id, stored -> fill(stored, transcript, now));
    }

    /** It ended without a result, for the reason that {@code sentence} tells its owner. */
    public boolean fail(UUID id, String sentence, Instant now) {
        return change(id, transcript -> transcript.fail(sentence, now));
    }

    /** Somebody ended it. */
    public boolean cancel(UUID id, Instant now) {
        return change(id, transcript -> transcript.cancel(now));
    }

    /** A recording of {@code bytes} bytes is kept beside it. */
    public void keepAudio(UUID id, long bytes) {
        Optional.ofNullable(entities.find(StoredTranscript.class, id.toString(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NoSuchTranscript(id))
                .keepAudio(bytes);
    }

    /** The row is locked: of two nodes that end the same transcript, one does. */
    private boolean change(UUID id, Consumer<StoredTranscript> change) {
        StoredTranscript found = entities.find(StoredTranscript.class, id.toString(), LockModeType.PESSIMISTIC_WRITE);
        if (found == null || found.status().isFinal()) {
            return false;
        }
        change.accept(found);
        return true;
    }

    private void fill(StoredTranscript stored, Transcript transcript, Instant completed) {
        stored.complete(transcript, completed);
        List<Segment> segments = transcript.segments();
        for (int i = 0; i < segments.size(); i++) {
            entities.persist(new StoredSegment(stored, i, segments.get(i)));
        }
        new SearchIndex(entities).put(stored, segments.stream().map(Segment::text));
    }
}
