package stt.inference.api;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was said.
 *
 * @param model id of the model that really ran
 * @param language ISO 639-1 code (Whisper's own where there is none), asked for or detected
 * @param duration length of the audio that was read
 * @param segments in order, not overlapping; empty for audio without speech
 */
public record Transcript(String model, String language, Duration duration, List<Segment> segments) {

    public Transcript {
        segments = List.copyOf(segments);
    }

    /** All segments' texts, separated by a space. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining(" "));
    }
}
