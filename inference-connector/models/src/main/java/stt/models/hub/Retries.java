package stt.models.hub;

import java.io.IOException;
import java.time.Duration;
import stt.models.sources.SourceFailed;

/** Asks again after failures that may pass. */
final class Retries {
    private static final int MOST_IN_A_ROW = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Pause pause;
    private int failures;

    Retries(Pause pause) {
        this.pause = pause;
    }

    /**
     * Does it until it is done.
     *
     * @throws SourceFailed when it has failed too often, or the hub asks for a longer pause than people wait
     */
    <T> T until(Attempt<T> attempt) throws IOException {
        failures = 0;
        while (true) {
            try {
                return attempt.run();
            } catch (TryAgain e) {
                failures++;
                if (failures >= MOST_IN_A_ROW || e.pause().compareTo(LONGEST_PAUSE) > 0) {
                    throw new SourceFailed(e.sentence(), e);
                }
                rest(e.pause());
            }
        }
    }

    /** Something came: what failed before does not count any more. */
    void progressed() {
        failures = 0;
    }

    private void rest(Duration asked) {
        Duration own = FIRST_PAUSE.multipliedBy(1L << Math.max(0, failures - 1));
        try {
            pause.rest(asked.compareTo(own) > 0 ? asked : own);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailed("fetching was interrupted.", e);
        }
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void rest(Duration time) throws InterruptedException;
    }

    /** What may have to be done again. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws TryAgain, IOException;
    }
}
