package stt.web.transcripts;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.Word;

/** A transcript. */
@Schema(name = "Transcript")
@JsonbPropertyOrder({"text", "language", "duration", "segments"})
public record TranscriptJson(
        @Schema(description = "Everything that was said.", required = true) String text,
        @Schema(description = "ISO 639-1 code, asked for or detected.", example = "en", required = true)
                String language,
        @Schema(description = "Length of the audio in seconds.", example = "125.4", required = true) double duration,
        @Schema(required = true) List<SegmentJson> segments) {

    /** A stretch of speech. */
    @Schema(name = "Segment")
    @JsonbPropertyOrder({"start", "end", "text", "confidence", "words"})
    public record SegmentJson(
            @Schema(description = "Seconds from the start of the file.", required = true) double start,
            @Schema(description = "Seconds from the start of the file.", required = true) double end,
            @Schema(required = true) String text,
            @Schema(minimum = "0", maximum = "1", required = true) double confidence,
            @Schema(description = "Absent with word_timestamps=false.") @Nullable List<WordJson> words) {

        static SegmentJson of(Segment segment) {
            List<WordJson> words = segment.words().stream().map(WordJson::of).toList();
            return new SegmentJson(
                    seconds(segment.start()),
                    seconds(segment.end()),
                    segment.text(),
                    rounded(segment.confidence()),
                    words.isEmpty() ? null : words);
        }
    }

    /** A word with its punctuation. */
    @Schema(name = "Word")
    @JsonbPropertyOrder({"word", "start", "end", "confidence"})
    public record WordJson(
            @Schema(required = true) String word,
            @Schema(description = "Seconds from the start of the file.", required = true) double start,
            @Schema(description = "Seconds from the start of the file.", required = true) double end,
            @Schema(minimum = "0", maximum = "1", required = true) double confidence) {

        static WordJson of(Word word) {
            return new WordJson(word.text(), seconds(word.start()), seconds(word.end()), rounded(word.confidence()));
        }
    }

    static TranscriptJson of(Transcript transcript) {
        return new TranscriptJson(
                transcript.text(),
                transcript.language(),
                seconds(transcript.duration()),
                transcript.segments().stream().map(SegmentJson::of).toList());
    }

    /** To the millisecond. */
    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 10_000) / 10_000.0;
    }
}
