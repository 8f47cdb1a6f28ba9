package stt.transcripts;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The transcript has no segment with this number. */
@ApplicationException(rollback = true)
public final class NoSuchSegment extends RuntimeException {

    public NoSuchSegment(UUID transcript, int order) {
        super("The transcript " + transcript + " has no segment " + order + ".");
    }
}
