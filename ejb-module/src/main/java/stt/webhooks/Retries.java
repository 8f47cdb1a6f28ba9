package stt.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a message is tried again.
 *
 * @param first how long after the first try; then twice as long each time, at most {@link #LONGEST}
 * @param giveUpAfter how long after it was queued no further try is made
 */
record Retries(Duration first, Duration giveUpAfter) {

    /** So that a receiver that is back hears of it soon. */
    static final Duration LONGEST = Duration.ofHours(2);

    private static final int MOST_DOUBLINGS = 20;

    /** When to try again after {@code tries} that failed; empty to give up. */
    Optional<Instant> after(int tries, Instant queued, Instant now) {
        Duration pause = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, tries - 1));
        Instant next = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        return Optional.of(next).filter(when -> when.isBefore(queued.plus(giveUpAfter)));
    }
}
