package stt.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import stt.accounts.Tier;

/**
 * Where a job stands in the queue: start-time fair queueing (Goyal, Vin, Cheng: "Start-time Fair Queueing", SIGCOMM 1996) within
 * each of two bands.
 *
 * @param band 0 goes before 1
 * @param start the smaller goes first; in minutes of audio that each account has had
 * @param cost minutes of audio, at least 1
 */
public record Turn(int band, int start, int cost) {

    private static final int LATEST = 1 << 30;

    /**
     * How a band stands when a job is added to it.
     *
     * @param front the latest start of what runs, or the earliest of what waits when nothing runs; empty when there is neither
     * @param ownEnd where the account's own jobs end that wait or run; empty when it has none
     */
    record Before(OptionalInt front, OptionalInt ownEnd) {}

    /** The band of jobs of {@code tier}. */
    static int band(Tier tier) {
        return tier == Tier.FREE || tier == Tier.ANONYMOUS ? 1 : 0;
    }

    /** The turn of a job that is added to {@code band} now. */
    static Turn next(int band, Optional<Duration> length, Before before) {
        int start = Math.max(before.front().orElse(0), before.ownEnd().orElse(0));
        long minutes = length.map(audio -> audio.plusSeconds(59).toMinutes()).orElse(1L);
        return new Turn(band, Math.min(LATEST - 1, start), (int) Math.max(1, Math.min(LATEST, minutes)));
    }

    /** For the scheduler, which takes the highest first. */
    int priority() {
        return -(band * LATEST + start);
    }
}
