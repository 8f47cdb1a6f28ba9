package stt.web.library;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.Segment;
import stt.transcripts.ShownSegment;
import stt.web.json.Seconds;
import stt.web.transcripts.TranscriptJson.WordJson;

/** A segment with its edits. */
@Schema(name = "KeptSegment", description = "A stretch of speech, with what was edited in it.")
@JsonbPropertyOrder({
    "order",
    "start",
    "end",
    "text",
    "originalText",
    "speaker",
    "originalSpeaker",
    "overlap",
    "confidence",
    "words"
})
public record KeptSegmentJson(
        @Schema(description = "Its number, from 0 on.", required = true) int order,
        @Schema(description = "Seconds from the start of the file.", required = true) double start,
        @Schema(description = "Seconds from the start of the file.", required = true) double end,
        @Schema(required = true) String text,
        @Schema(name = "original_text", description = "What was recognized, where it was edited; else absent.")
                @JsonbProperty("original_text")
                @Nullable
                String originalText,
        @Schema(description = "As called now; absent where speakers were not told apart.", example = "Anna") @Nullable
                String speaker,
        @Schema(
                        name = "original_speaker",
                        description =
                                "The label of recognition, where the speaker is called something else now; else absent.",
                        example = "Speaker 1")
                @JsonbProperty("original_speaker")
                @Nullable
                String originalSpeaker,
        @Schema(description = "True when somebody else speaks at the same time; else absent.") @Nullable
                Boolean overlap,
        @Schema(minimum = "0", maximum = "1", required = true) double confidence,
        @Schema(description = "As they were recognized; absent without word times.") @Nullable List<WordJson> words) {

    private static final double CONFIDENCE_UNITS = 10_000; // four digits, as a new transcript has them

    static KeptSegmentJson of(ShownSegment shown) {
        Segment segment = shown.segment();
        @Nullable String speaker = shown.speaker().orElse(null);
        List<WordJson> words =
                segment.words().stream().map(word -> WordJson.of(word, speaker)).toList();
        return new KeptSegmentJson(
                shown.order(),
                Seconds.of(segment.start()),
                Seconds.of(segment.end()),
                segment.text(),
                shown.originalText().orElse(null),
                speaker,
                shown.originalSpeaker().orElse(null),
                segment.overlapped() ? true : null,
                Math.round(segment.confidence() * CONFIDENCE_UNITS) / CONFIDENCE_UNITS,
                Optional.of(words).filter(some -> !some.isEmpty()).orElse(null));
    }
}
