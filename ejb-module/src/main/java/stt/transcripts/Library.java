package stt.transcripts;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An account's transcripts, to read. Somebody else's are as if they did not exist. */
@Stateless
public class Library {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Library() {}

    Library(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Some of {@code account}'s transcripts, newest first.
     *
     * @param skip how many to leave out
     * @param most how many to give
     */
    public TranscriptPage list(UUID account, TranscriptFilter filter, int skip, int most) {
        TranscriptQuery.Found found =
                TranscriptQuery.of(account, filter, entities).page(skip, most, entities);
        return new TranscriptPage(found.count(), found.ids().isEmpty() ? List.of() : inOrder(found.ids()));
    }

    /**
     * One transcript, without what was said.
     *
     * @throws NoSuchTranscript when {@code account} has none with this id
     */
    public TranscriptSummary summary(UUID account, UUID id) {
        return TranscriptSummary.of(own(account, id));
    }

    /**
     * One transcript, without its segments.
     *
     * @throws NoSuchTranscript when {@code account} has none with this id
     */
    public TranscriptDetail detail(UUID account, UUID id) {
        StoredTranscript stored = own(account, id);
        SpeakerNames names = stored.speakerNames();
        return new TranscriptDetail(
                TranscriptSummary.of(stored),
                List.copyOf(speakers(stored, names)),
                names.byLabel(),
                TurnsJson.read(stored.turns(), names),
                stored.channels().stream()
                        .map(speaker ->
                                SpeakerNames.label(speaker).map(names::of).orElse(""))
                        .toList(),
                stored.warnings());
    }

    /** Those of {@code ids} for which no recording is kept: they have none, or do not exist. Whoever their owner is. */
    public List<UUID> withoutRecording(List<UUID> ids) {
        Set<String> with = new HashSet<>(entities.createQuery(
                        "select t.id from StoredTranscript t where t.id in :ids and t.audioBytes is not null",
                        String.class)
                .setParameter("ids", ids.stream().map(UUID::toString).toList())
                .getResultList());
        return ids.stream().filter(id -> !with.contains(id.toString())).toList();
    }

    /**
     * Segments of a transcript, from number {@code from} on, at most {@code most}; fewer only at its end. A long transcript
     * is read page by page, so that it is never in memory as a whole.
     *
     * @throws NoSuchTranscript when {@code account} has none with this id
     */
    public List<ShownSegment> segments(UUID account, UUID id, int from, int most) {
        SpeakerNames names = own(account, id).speakerNames();
        return segments(id, from)
                .setMaxResults(most)
                .getResultStream()
                .map(segment -> ShownSegment.of(segment, names))
                .toList();
    }

    /** The same segments' texts alone, as they are shown. */
    public List<String> texts(UUID account, UUID id, int from, int most) {
        own(account, id);
        return entities.createQuery(
                        "select s.editedText, s.text from StoredSegment s"
                                + " where s.transcript.id = :id and s.ordinal >= :from order by s.ordinal",
                        Object[].class)
                .setParameter("id", id.toString())
                .setParameter("from", from)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> String.valueOf(row[0] == null ? row[1] : row[0]))
                .toList();
    }

    private StoredTranscript own(UUID account, UUID id) {
        return own(entities, account, id);
    }

    static StoredTranscript own(EntityManager entities, UUID account, UUID id) {
        StoredTranscript stored = entities.find(StoredTranscript.class, id.toString());
        if (stored == null || !stored.account().equals(account)) {
            throw new NoSuchTranscript(id);
        }
        return stored;
    }

    private TypedQuery<StoredSegment> segments(UUID id, int from) {
        return entities.createQuery(
                        "select s from StoredSegment s where s.transcript.id = :id and s.ordinal >= :from order by s.ordinal",
                        StoredSegment.class)
                .setParameter("id", id.toString())
                .setParameter("from", from);
    }

    private List<TranscriptSummary> inOrder(List<String> ids) {
        Map<UUID, TranscriptSummary> byId = entities.createQuery(
                        "select t from StoredTranscript t where t.id in :ids", StoredTranscript.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(TranscriptSummary::of)
                .collect(Collectors.toMap(TranscriptSummary::id, Function.identity()));
        List<TranscriptSummary> found = new ArrayList<>();
        for (String id : ids) {
            TranscriptSummary summary = byId.get(UUID.fromString(id));
            if (summary != null) { // It may have been removed since.
                found.add(summary);
            }
        }
        return found;
    }

    /** As they are called now, in the order in which they first speak. */
    private Set<String> speakers(StoredTranscript stored, SpeakerNames names) {
        Set<String> speakers = new LinkedHashSet<>();
        labels(entities, stored.id()).stream()
                .sorted(Comparator.comparingInt(Label::first))
                .forEach(label -> speakers.add(label.edited() ? label.name() : names.of(label.name())));
        TurnsJson.read(stored.turns(), names).forEach(turn -> speakers.add(turn.speaker()));
        return speakers;
    }

    /**
     * What somebody is called in a transcript's segments.
     *
     * @param name a label of recognition, or what a person wrote
     * @param edited whether a person wrote it
     * @param first number of the first segment with it
     */
    record Label(String name, boolean edited, int first) {}

    static List<Label> labels(EntityManager entities, UUID transcript) {
        return entities.createQuery(
                        "select s.editedSpeaker, s.speaker, min(s.ordinal) from StoredSegment s"
                                + " where s.transcript.id = :id and (s.editedSpeaker is not null or s.speaker is not null)"
                                + " group by s.editedSpeaker, s.speaker",
                        Object[].class)
                .setParameter("id", transcript.toString())
                .getResultStream()
                .map(row -> new Label(
                        (String) (row[0] == null ? row[1] : row[0]), row[0] != null, ((Number) row[2]).intValue()))
                .toList();
    }
}
