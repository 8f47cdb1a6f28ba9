package stt.inference.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was said.
 *
 * @param model id of the model that really ran
 * @param language ISO 639-1 code (Whisper's own where there is none), asked for or detected
 * @param duration length of the audio that was read
 * @param segments in order, not overlapping unless channels were transcribed apart; empty for audio without speech
 * @param diarization who speaks when; empty when that was not asked for, or could not be found out
 * @param warnings what was asked for and is missing, a sentence each, for whoever gets the transcript
 */
public record Transcript(
        String model,
        String language,
        Duration duration,
        List<Segment> segments,
        Optional<Diarization> diarization,
        List<String> warnings) {

    public Transcript {
        segments = List.copyOf(segments);
        warnings = List.copyOf(warnings);
    }

    /** Without speakers. */
    public Transcript(String model, String language, Duration duration, List<Segment> segments) {
        this(model, language, duration, segments, Optional.empty(), List.of());
    }

    /** All segments' texts, separated by a space. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining(" "));
    }
}
