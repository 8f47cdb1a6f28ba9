package stt.speakers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import stt.inference.api.Turn;

/** How much of a stretch of time each speaker's turns take. Asked forward in time mostly, so a cursor makes it linear. */
final class TurnOverlaps {

    /** Shorter stretches are widened to this: words without a length have a place all the same. */
    private static final double SHORTEST_SECONDS = 0.06;

    private final List<List<Turn>> bySpeaker = new ArrayList<>();
    private final int[] cursor;

    TurnOverlaps(List<Turn> turns) {
        int speakers = turns.stream().mapToInt(Turn::speaker).max().orElse(0);
        for (int i = 1; i <= speakers; i++) {
            int speaker = i;
            bySpeaker.add(turns.stream()
                    .filter(turn -> turn.speaker() == speaker)
                    .sorted(Comparator.comparing(Turn::start))
                    .toList());
        }
        cursor = new int[speakers];
    }

    int speakers() {
        return bySpeaker.size();
    }

    /** For each speaker the part of this stretch that the speaker's turns take, in [0, 1]. */
    double[] within(Duration start, Duration end) {
        double from = seconds(start);
        double to = seconds(end);
        double missing = Math.max(0, SHORTEST_SECONDS - (to - from)) / 2;
        double[] parts = new double[bySpeaker.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(i, from - missing, to + missing);
        }
        return parts;
    }

    /** The part of this stretch in which others than {@code speaker} (from 1 on) speak, of those the most. */
    double withOthers(Duration start, Duration end, int speaker) {
        double[] parts = within(start, end);
        double most = 0;
        for (int i = 0; i < parts.length; i++) {
            most = i == speaker - 1 ? most : Math.max(most, parts[i]);
        }
        return most;
    }

    private double part(int speaker, double from, double to) {
        List<Turn> turns = bySpeaker.get(speaker);
        while (cursor[speaker] > 0 && seconds(turns.get(cursor[speaker] - 1).end()) > from) {
            cursor[speaker]--;
        }
        while (cursor[speaker] < turns.size()
                && seconds(turns.get(cursor[speaker]).end()) <= from) {
            cursor[speaker]++;
        }
        double sum = 0;
        for (int i = cursor[speaker]; i < turns.size() && seconds(turns.get(i).start()) < to; i++) {
            sum += Math.min(to, seconds(turns.get(i).end()))
                    - Math.max(from, seconds(turns.get(i).start()));
        }
        return Math.min(1, sum / (to - from));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
