package stt.inference.api;

import java.time.Duration;

/**
 * How long a segment may get; a longer sentence is divided at its longest pause or at a comma. A single word may be longer.
 *
 * @param longest 1 to 60 s
 * @param characters 10 to 1000, spaces included
 */
public record SegmentLimits(Duration longest, int characters) {

    /** 15 s and 200 characters: a few subtitle cues, a line or two of a transcript. */
    public static final SegmentLimits DEFAULT = new SegmentLimits(Duration.ofSeconds(15), 200);

    public SegmentLimits {
        Checks.range("the longest segment", longest, Duration.ofSeconds(1), Duration.ofSeconds(60));
        Checks.range("the characters of a segment", characters, 10, 1000);
    }
}
