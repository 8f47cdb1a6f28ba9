package stt.transcripts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import stt.database.TestDatabase;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.search.SearchQuery;

/** The store of transcripts on a test's database, one transaction a call. */
public final class PersistedTranscripts {

    private final TestDatabase database;

    public PersistedTranscripts(TestDatabase database) {
        this.database = database;
    }

    public UUID keep(UUID account, String title, Transcript transcript, Instant now) {
        return database.inTransaction(entities -> new Transcripts(entities).keep(account, title, transcript, now, now));
    }

    /** One that waits for its turn. */
    public UUID enqueue(UUID account, String title, Instant now) {
        return database.inTransaction(entities ->
                new Transcripts(entities).enqueue(account, title, "base", Optional.empty(), Optional.empty(), now));
    }

    public String title(UUID id) {
        return database.inTransaction(
                entities -> entities.find(StoredTranscript.class, id.toString()).title());
    }

    /** The ids of an account's transcripts that hold these words. */
    public List<UUID> found(UUID account, String words) {
        TranscriptFilter filter = new TranscriptFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(SearchQuery.of(words)));
        return database.inTransaction(entities -> new Library(entities)
                .list(account, filter, 0, 100).transcripts().stream()
                        .map(TranscriptSummary::id)
                        .toList());
    }

    public Transcript read(UUID id) {
        return database.inTransaction(entities -> {
            StoredTranscript stored = entities.find(StoredTranscript.class, id.toString());
            List<Segment> segments = entities.createQuery(
                            "select s from StoredSegment s where s.transcript.id = :id order by s.ordinal",
                            StoredSegment.class)
                    .setParameter("id", id.toString())
                    .getResultStream()
                    .map(StoredSegment::segment)
                    .toList();
            return new Transcript(
                    stored.model(),
                    stored.language().orElseThrow(),
                    stored.duration().orElseThrow(),
                    segments);
        });
    }
}
