package stt.inference.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that is, or was, done with a model of the store.
 *
 * @param kind what
 * @param state how it stands
 * @param step what it is at, for people, such as "Downloading small"; empty before its first step
 * @param done bytes of this step
 * @param total bytes of this step; 0 where there is nothing to count
 * @param started when it was asked for
 * @param ended when it ended; empty while it is under way
 * @param problems why it failed, or what is wrong with the model, a sentence each, which name no folder of the machine's; empty
 *     unless it failed
 */
public record ModelWork(
        Kind kind,
        State state,
        String step,
        long done,
        long total,
        Instant started,
        Optional<Instant> ended,
        List<String> problems) {

    /** What can be done with a model. */
    public enum Kind {
        INSTALL,
        VERIFY,
        REMOVE
    }

    /** How a work stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public ModelWork {
        problems = List.copyOf(problems);
    }
}
