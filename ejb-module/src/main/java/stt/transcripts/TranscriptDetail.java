package stt.transcripts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A transcript and its speakers; its segments are read in pages.
 *
 * @param speakers as they are called now, in the order in which they first speak; empty where they were not told apart
 * @param speakerNames what people called them, by the labels that recognition gave
 * @param turns who speaks when, overlaps included; empty where speakers were not told apart
 * @param channels who speaks in each channel, as called now, empty text for nobody; empty unless channels were transcribed apart
 * @param warnings what was asked for and is missing
 */
public record TranscriptDetail(
        TranscriptSummary summary,
        List<String> speakers,
        Map<String, String> speakerNames,
        List<SpokenTurn> turns,
        List<String> channels,
        List<String> warnings) {

    /** Somebody speaks, with or without words. */
    public record SpokenTurn(Duration start, Duration end, String speaker) {}

    public TranscriptDetail {
        speakers = List.copyOf(speakers);
        speakerNames = Map.copyOf(speakerNames);
        turns = List.copyOf(turns);
        channels = List.copyOf(channels);
        warnings = List.copyOf(warnings);
    }
}
