package stt.connector;

import java.time.Duration;

/**
 * What may be done for somebody who wants a model.
 *
 * @param patience how long to wait for it
 * @param displacing whether models that nobody uses may leave the memory for it
 */
record Demand(Duration patience, boolean displacing) {

    /** The largest model from a slow disk. */
    private static final Duration LOADING = Duration.ofMinutes(15);

    /** Nobody waits, and nothing that was asked for goes for what was not. */
    static final Demand UNASKED = new Demand(LOADING, false);

    /** A caller waits. */
    static Demand ofCaller(Duration patience) {
        return new Demand(patience, true);
    }
}
