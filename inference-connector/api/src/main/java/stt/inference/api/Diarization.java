package stt.inference.api;

import java.util.List;

/**
 * Who speaks when in a recording.
 *
 * @param turns in order of their beginnings, overlaps included
 * @param channels the speaker of each channel, in order, 0 for one without speech; empty unless channels were transcribed
 *     apart
 */
public record Diarization(List<Turn> turns, List<Integer> channels) {

    public Diarization {
        turns = List.copyOf(turns);
        channels = List.copyOf(channels);
    }

    /** How many speakers there are: their numbers are from 1 to this. */
    public int speakers() {
        return turns.stream().mapToInt(Turn::speaker).max().orElse(0);
    }
}
