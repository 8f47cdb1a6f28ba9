package stt.recordings;

import jakarta.ejb.ApplicationException;

/** No recording is kept beside the transcript, or not where this node sees it. */
@ApplicationException(rollback = true)
public final class NoRecording extends RuntimeException {

    public NoRecording() {
        super("No recording is kept for this transcript.");
    }
}
