package stt.transcripts;

import java.time.Instant;
import java.util.Optional;
import stt.search.SearchQuery;

/**
 * Which of an account's transcripts are wanted; what is empty does not matter.
 *
 * @param status how far they have come
 * @param language ISO 639-1 code
 * @param from requested at or after this
 * @param before requested before this
 * @param words that all occur in the title or the text
 */
public record TranscriptFilter(
        Optional<StoredTranscript.Status> status,
        Optional<String> language,
        Optional<Instant> from,
        Optional<Instant> before,
        Optional<SearchQuery> words) {

    /** Whatever there is. */
    public static final TranscriptFilter ALL = new TranscriptFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
