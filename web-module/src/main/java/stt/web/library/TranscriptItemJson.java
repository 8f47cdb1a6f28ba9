package stt.web.library;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.transcripts.TranscriptSummary;
import stt.web.json.Seconds;
import stt.web.json.Texts;

/** A transcript in a list. */
@Schema(name = "TranscriptItem", description = "A transcript in a list.")
@JsonbPropertyOrder({
    "id",
    "title",
    "originalTitle",
    "status",
    "progress",
    "error",
    "language",
    "duration",
    "model",
    "created",
    "completed",
    "audioBytes"
})
public record TranscriptItemJson(
        @Schema(format = "uuid", required = true) String id,
        @Schema(description = "At first the name of the file.", required = true) String title,
        @Schema(name = "original_title", description = "The first one, when it was renamed; else absent.")
                @JsonbProperty("original_title")
                @Nullable
                String originalTitle,
        @Schema(
                        enumeration = {"queued", "processing", "completed", "failed", "cancelled"},
                        required = true)
                String status,
        @Schema(description = "Per cent, while a model works on it; else absent.", minimum = "0", maximum = "100")
                @Nullable
                Integer progress,
        @Schema(description = "Why it failed; else absent.") @Nullable String error,
        @Schema(
                        description = "ISO 639-1 code, asked for or detected; null until it is known.",
                        example = "en",
                        nullable = true,
                        required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String language,
        @Schema(
                        description = "Length of the audio in seconds; null until it is known.",
                        example = "125.4",
                        nullable = true,
                        required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                Double duration,
        @Schema(description = "The model that ran, or is to run.", required = true) String model,
        @Schema(description = "When the request for it came.", format = "date-time", required = true) String created,
        @Schema(
                        description = "When it ended, with or without a result; null until then.",
                        format = "date-time",
                        nullable = true,
                        required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String completed,
        @Schema(name = "audio_bytes", description = "Size of the kept recording; absent when none is kept.")
                @JsonbProperty("audio_bytes")
                @Nullable
                Long audioBytes) {

    static TranscriptItemJson of(TranscriptSummary transcript) {
        return new TranscriptItemJson(
                transcript.id().toString(),
                transcript.title(),
                transcript.originalTitle().orElse(null),
                Texts.of(transcript.status()),
                transcript.progress().isPresent() ? transcript.progress().getAsInt() : null,
                transcript.error().orElse(null),
                transcript.language().orElse(null),
                transcript.duration().map(Seconds::of).orElse(null),
                transcript.model(),
                transcript.created().toString(),
                transcript.completed().map(Instant::toString).orElse(null),
                transcript.audioBytes().orElse(null));
    }
}
