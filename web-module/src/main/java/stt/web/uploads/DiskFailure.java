package stt.web.uploads;

/** An upload cannot be written to the disk: it is full, or broken. */
public final class DiskFailure extends RuntimeException {

    DiskFailure(Throwable cause) {
        super("An upload cannot be stored", cause);
    }
}
