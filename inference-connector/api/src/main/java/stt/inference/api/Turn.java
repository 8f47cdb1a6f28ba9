package stt.inference.api;

import java.time.Duration;

/**
 * A stretch in which one speaker speaks. Turns of different speakers may overlap, those of one do not.
 *
 * @param start from the beginning of the audio
 * @param end after {@code start}
 * @param speaker from 1 on, in order of first speech
 */
public record Turn(Duration start, Duration end, int speaker) {

    public Turn {
        Checks.span(start, end);
        if (end.equals(start)) {
            throw new IllegalArgumentException("a turn must last, found one of no length at " + start);
        }
        if (speaker < 1) {
            throw new IllegalArgumentException("speakers are numbered from 1, found " + speaker);
        }
    }
}
