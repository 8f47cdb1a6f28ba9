package stt.transcripts;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.stream.Stream;
import stt.search.SearchTerms;

/** The rows that searches look at, in the caller's transaction. */
final class SearchIndex {

    private final EntityManager entities;

    SearchIndex(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes anew what {@code transcript} is found by: its title, and its segments' {@code texts}. */
    void put(StoredTranscript transcript, Stream<String> texts) {
        SearchTerms terms = new SearchTerms(transcript.account()).add(transcript.title());
        texts.forEach(terms::add);
        entities.flush(); // The row refers to the transcript's.
        remove(transcript.id());
        entities.createNativeQuery(
                        "insert into transcript_search (transcript_id, account_id, terms) values (?1, ?2, ?3)")
                .setParameter(1, transcript.id().toString())
                .setParameter(2, transcript.account().toString())
                .setParameter(3, terms.text())
                .executeUpdate();
    }

    private void remove(UUID transcript) {
        entities.createNativeQuery("delete from transcript_search where transcript_id = ?1")
                .setParameter(1, transcript.toString())
                .executeUpdate();
    }
}
