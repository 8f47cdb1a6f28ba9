package stt.jobs;

import jakarta.ejb.ApplicationException;

/** The recording of a job cannot be stored now. */
@ApplicationException(rollback = true)
public final class NoStorage extends RuntimeException {

    NoStorage(Throwable cause) {
        super("the recording of a job cannot be stored", cause);
    }
}
