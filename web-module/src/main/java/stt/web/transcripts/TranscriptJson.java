package stt.web.transcripts;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.Diarization;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.Turn;
import stt.inference.api.Word;
import stt.web.json.Seconds;

/** A transcript. */
@Schema(name = "Transcript")
@JsonbPropertyOrder({"text", "language", "duration", "segments", "speakers", "turns", "channels", "warnings"})
public record TranscriptJson(
        @Schema(description = "Everything that was said.", required = true) String text,
        @Schema(description = "ISO 639-1 code, asked for or detected.", example = "en", required = true)
                String language,
        @Schema(description = "Length of the audio in seconds.", example = "125.4", required = true) double duration,
        @Schema(required = true) List<SegmentJson> segments,
        @Schema(description = "In order of first speech. Absent with diarize=false, and when warnings say why.")
                @Nullable
                List<String> speakers,
        @Schema(description = "Who speaks when, overlaps included, words or not. Absent as speakers are.") @Nullable
                List<TurnJson> turns,
        @Schema(description = "The speaker of each channel, empty for one without speech; with channels=split alone.")
                @Nullable
                List<String> channels,
        @Schema(description = "What was asked for and is missing. Absent when nothing is.") @Nullable
                List<String> warnings) {

    /** A stretch of speech. */
    @Schema(name = "Segment")
    @JsonbPropertyOrder({"start", "end", "text", "speaker", "overlap", "confidence", "words"})
    public record SegmentJson(
            @Schema(description = "Seconds from the start of the file.", required = true) double start,
            @Schema(description = "Seconds from the start of the file.", required = true) double end,
            @Schema(required = true) String text,
            @Schema(description = "One of speakers. Absent as they are.", example = "Speaker 1") @Nullable
                    String speaker,
            @Schema(description = "True when somebody else speaks at the same time; else absent.") @Nullable
                    Boolean overlap,
            @Schema(minimum = "0", maximum = "1", required = true) double confidence,
            @Schema(description = "Absent with word_timestamps=false.") @Nullable List<WordJson> words) {

        static SegmentJson of(Segment segment) {
            String speaker = segment.speaker() == 0 ? null : SpeakerNames.of(segment.speaker());
            List<WordJson> words = segment.words().stream()
                    .map(word -> WordJson.of(word, speaker))
                    .toList();
            return new SegmentJson(
                    Seconds.of(segment.start()),
                    Seconds.of(segment.end()),
                    segment.text(),
                    speaker,
                    segment.overlapped() ? true : null,
                    rounded(segment.confidence()),
                    words.isEmpty() ? null : words);
        }
    }

    /** A word with its punctuation. */
    @Schema(name = "Word")
    @JsonbPropertyOrder({"word", "start", "end", "confidence", "speaker"})
    public record WordJson(
            @Schema(required = true) String word,
            @Schema(description = "Seconds from the start of the file.", required = true) double start,
            @Schema(description = "Seconds from the start of the file.", required = true) double end,
            @Schema(minimum = "0", maximum = "1", required = true) double confidence,
            @Schema(description = "As the segment's.") @Nullable String speaker) {

        /** {@code word}, which {@code speaker} says. */
        public static WordJson of(Word word, @Nullable String speaker) {
            return new WordJson(
                    word.text(), Seconds.of(word.start()), Seconds.of(word.end()), rounded(word.confidence()), speaker);
        }
    }

    /** A stretch in which one speaker speaks. */
    @Schema(name = "Turn")
    @JsonbPropertyOrder({"start", "end", "speaker"})
    public record TurnJson(
            @Schema(description = "Seconds from the start of the file.", required = true) double start,
            @Schema(description = "Seconds from the start of the file.", required = true) double end,
            @Schema(description = "One of speakers.", required = true) String speaker) {

        static TurnJson of(Turn turn) {
            return new TurnJson(Seconds.of(turn.start()), Seconds.of(turn.end()), SpeakerNames.of(turn.speaker()));
        }
    }

    static TranscriptJson of(Transcript transcript) {
        Optional<Diarization> diarization = transcript.diarization();
        return new TranscriptJson(
                transcript.text(),
                transcript.language(),
                Seconds.of(transcript.duration()),
                transcript.segments().stream().map(SegmentJson::of).toList(),
                diarization.map(SpeakerNames::all).orElse(null),
                diarization
                        .map(found -> found.turns().stream().map(TurnJson::of).toList())
                        .orElse(null),
                diarization
                        .map(SpeakerNames::ofChannels)
                        .filter(names -> !names.isEmpty())
                        .orElse(null),
                transcript.warnings().isEmpty() ? null : transcript.warnings());
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 10_000) / 10_000.0;
    }
}
