package stt.jobs;

import jakarta.ejb.ApplicationException;
import stt.credits.Standing;

/** As many jobs wait as may, of one account or in all. Nothing is held. */
@ApplicationException(rollback = true)
public final class QueueFull extends RuntimeException {

    private final transient Standing standing;

    QueueFull(String sentence, Standing standing) {
        super(sentence);
        this.standing = standing;
    }

    /** The limit that was reached, and when to come back. */
    public Standing standing() {
        return standing;
    }
}
