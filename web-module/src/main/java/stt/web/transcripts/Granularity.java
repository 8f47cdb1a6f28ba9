package stt.web.transcripts;

import java.util.List;
import java.util.Optional;
import stt.web.errors.InvalidRequest;
import stt.web.uploads.FormFields;

/** What has times, in OpenAI's words. Segments always have. */
enum Granularity {
    SEGMENT,
    WORD;

    private static final String OURS = "word_timestamps";
    private static final String THEIRS = "timestamp_granularities";

    /**
     * Whether words are to have times; empty when {@code form} does not say.
     *
     * @throws InvalidRequest when it says so twice, and not the same
     */
    static Optional<Boolean> wordTimes(FormFields form) {
        Optional<Boolean> flag = form.flag(OURS);
        List<Granularity> given = form.choices(THEIRS, Granularity.class);
        if (given.isEmpty()) {
            return flag;
        }
        boolean words = given.contains(WORD);
        if (flag.isPresent() && flag.get() != words) {
            throw Conflict.of(OURS + " and " + THEIRS + " contradict each other: leave one of them out.");
        }
        return Optional.of(words);
    }
}
