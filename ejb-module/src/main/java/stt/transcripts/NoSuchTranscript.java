package stt.transcripts;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no such transcript, or it is somebody else's. Which of these is never told. */
@ApplicationException(rollback = true)
public final class NoSuchTranscript extends RuntimeException {

    public NoSuchTranscript(UUID id) {
        super("There is no transcript " + id + ".");
    }
}
