package stt.recordings;

import jakarta.ejb.ApplicationException;
import java.io.IOException;

/** There is no place for a recording that is to be kept. */
@ApplicationException(rollback = true)
public final class RecordingNotKept extends RuntimeException {

    public RecordingNotKept(IOException cause) {
        super("the recording cannot be kept", cause);
    }
}
