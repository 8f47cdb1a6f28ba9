package stt.transcripts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A transcript without what was said.
 *
 * @param title that it has now
 * @param originalTitle the first one, where it was renamed
 * @param model id of the model that ran, or is to run
 * @param language ISO 639-1 code; empty until it is known
 * @param duration of the audio; empty until it is known
 * @param progress in per cent, while a model works on it
 * @param created when the request for it came
 * @param completed when it ended, with or without a result
 * @param error why it failed
 * @param audioBytes size of the kept recording; empty when none is kept
 */
public record TranscriptSummary(
        UUID id,
        String title,
        Optional<String> originalTitle,
        StoredTranscript.Status status,
        String model,
        Optional<String> language,
        Optional<Duration> duration,
        OptionalInt progress,
        Instant created,
        Optional<Instant> completed,
        Optional<String> error,
        Optional<Long> audioBytes) {

    static TranscriptSummary of(StoredTranscript stored) {
        return new TranscriptSummary(
                stored.id(),
                stored.title(),
                stored.originalTitle(),
                stored.status(),
                stored.model(),
                stored.language(),
                stored.duration(),
                stored.progress(),
                stored.createdAt(),
                stored.completedAt(),
                stored.error(),
                stored.audioBytes());
    }
}
