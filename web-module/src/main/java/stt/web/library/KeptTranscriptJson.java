package stt.web.library;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.transcripts.TranscriptDetail;
import stt.web.json.Seconds;
import stt.web.transcripts.TranscriptJson.TurnJson;

/** A transcript that is kept. {@link TranscriptStream} writes text and segments. */
@Schema(name = "KeptTranscript", description = "A transcript that is kept, with what was edited in it.")
@JsonbPropertyOrder({
    "id",
    "title",
    "originalTitle",
    "status",
    "position",
    "progress",
    "error",
    "language",
    "duration",
    "model",
    "created",
    "completed",
    "audioBytes",
    "speakers",
    "turns",
    "channels",
    "warnings",
    "text",
    "segments"
})
public record KeptTranscriptJson(
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
        @Schema(description = "In the queue, from 1 on, while it waits there; else absent.") @Nullable Integer position,
        @Schema(description = "Per cent, while a model works on it; else absent.", minimum = "0", maximum = "100")
                @Nullable
                Integer progress,
        @Schema(description = "Why it failed; else absent.") @Nullable String error,
        @Schema(
                        description = "ISO 639-1 code, asked for or detected; null until it is known.",
                        nullable = true,
                        required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String language,
        @Schema(
                        description = "Length of the audio in seconds; null until it is known.",
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
                Long audioBytes,
        @Schema(description = "As called now, in order of first speech; absent where speakers were not told apart.")
                @Nullable
                List<String> speakers,
        @Schema(description = "Who speaks when, overlaps included, words or not; absent as speakers are.") @Nullable
                List<TurnJson> turns,
        @Schema(description = "The speaker of each channel, empty for one without speech; with channels=split alone.")
                @Nullable
                List<String> channels,
        @Schema(description = "What was asked for and is missing; absent when nothing is.") @Nullable
                List<String> warnings,
        @Schema(description = "Everything that was said, as edited. Absent in the answer to PATCH.") @Nullable
                String text,
        @Schema(description = "Absent in the answer to PATCH.") @Nullable List<KeptSegmentJson> segments) {

    /** All but text and segments. */
    static KeptTranscriptJson head(TranscriptDetail detail, OptionalInt position) {
        TranscriptItemJson item = TranscriptItemJson.of(detail.summary());
        List<TurnJson> turns = detail.turns().stream()
                .map(turn -> new TurnJson(Seconds.of(turn.start()), Seconds.of(turn.end()), turn.speaker()))
                .toList();
        return new KeptTranscriptJson(
                item.id(),
                item.title(),
                item.originalTitle(),
                item.status(),
                position.isPresent() ? position.getAsInt() : null,
                item.progress(),
                item.error(),
                item.language(),
                item.duration(),
                item.model(),
                item.created(),
                item.completed(),
                item.audioBytes(),
                orAbsent(detail.speakers()),
                orAbsent(turns),
                orAbsent(detail.channels()),
                orAbsent(detail.warnings()),
                null,
                null);
    }

    private static <T> @Nullable List<T> orAbsent(List<T> values) {
        return values.isEmpty() ? null : values;
    }
}
