package stt.transcripts;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What an account changes in its transcripts. What was recognized is kept beside every edit. */
@Stateless
public class EditTranscripts {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public EditTranscripts() {}

    EditTranscripts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Renames a transcript, and speakers everywhere in it.
     *
     * @throws NoSuchTranscript when {@code account} has none with this id
     * @throws NoSuchSpeaker when nobody is called so
     */
    public void edit(UUID account, UUID id, TranscriptEdit edit, Instant now) {
        StoredTranscript transcript = locked(account, id);
        edit.speakers().forEach((who, name) -> rename(transcript, who, name, now));
        edit.title().ifPresent(title -> {
            transcript.rename(title);
            index(transcript);
        });
    }

    /**
     * Edits one segment.
     *
     * @throws NoSuchTranscript when {@code account} has none with this id
     * @throws NoSuchSegment when it has no such segment
     */
    public ShownSegment edit(UUID account, UUID id, int order, SegmentEdit edit, Instant now) {
        StoredTranscript transcript = locked(account, id);
        StoredSegment segment = entities.find(StoredSegment.class, new StoredSegment.Place(id, order));
        if (segment == null) {
            throw new NoSuchSegment(id, order);
        }
        edit.speaker().ifPresent(speaker -> segment.editSpeaker(speaker, now));
        edit.text().ifPresent(text -> {
            segment.editText(text, now);
            index(transcript);
        });
        return ShownSegment.of(segment, transcript.speakerNames());
    }

    /** Of two edits at once, one comes after the other. */
    private StoredTranscript locked(UUID account, UUID id) {
        StoredTranscript transcript = Library.own(entities, account, id);
        entities.refresh(transcript, LockModeType.PESSIMISTIC_WRITE);
        return transcript;
    }

    private void rename(StoredTranscript transcript, String who, String name, Instant now) {
        SpeakerNames names = transcript.speakerNames();
        Set<String> labels = labels(transcript);
        List<String> meant = labels.contains(who)
                ? List.of(who)
                : labels.stream().filter(label -> names.of(label).equals(who)).toList();
        int written = entities.createQuery("update StoredSegment s set s.editedSpeaker = :name, s.editedAt = :now"
                        + " where s.transcript.id = :id and s.editedSpeaker = :who")
                .setParameter("name", name)
                .setParameter("now", now)
                .setParameter("id", transcript.id().toString())
                .setParameter("who", who)
                .executeUpdate();
        if (meant.isEmpty() && written == 0) {
            throw new NoSuchSpeaker(who);
        }
        SpeakerNames renamed = names;
        for (String label : meant) {
            renamed = renamed.with(label, name);
        }
        transcript.call(renamed);
    }

    /** That recognition gave, in segments and in turns without words. */
    private Set<String> labels(StoredTranscript transcript) {
        Set<String> labels = new HashSet<>(entities.createQuery(
                        "select distinct s.speaker from StoredSegment s"
                                + " where s.transcript.id = :id and s.speaker is not null",
                        String.class)
                .setParameter("id", transcript.id().toString())
                .getResultList());
        TurnsJson.read(transcript.turns(), SpeakerNames.NONE).forEach(turn -> labels.add(turn.speaker()));
        return labels;
    }

    private void index(StoredTranscript transcript) {
        entities.flush();
        try (Stream<Object[]> texts = entities.createQuery(
                        "select s.editedText, s.text from StoredSegment s where s.transcript.id = :id", Object[].class)
                .setParameter("id", transcript.id().toString())
                .getResultStream()) {
            new SearchIndex(entities)
                    .put(transcript, texts.map(row -> String.valueOf(row[0] == null ? row[1] : row[0])));
        }
    }
}
