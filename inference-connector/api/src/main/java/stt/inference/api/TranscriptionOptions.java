package stt.inference.api;

import java.util.Optional;

/**
 * How to transcribe.
 *
 * @param language ISO 639-1 code of the speech, empty to detect it
 * @param wordTimes whether segments carry words with times (costs a few percent)
 */
public record TranscriptionOptions(Optional<String> language, boolean wordTimes) {

    /** Detects the language and gives word times. */
    public static final TranscriptionOptions DEFAULT = new TranscriptionOptions(Optional.empty(), true);
}
