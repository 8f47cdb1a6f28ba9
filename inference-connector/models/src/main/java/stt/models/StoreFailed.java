package stt.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import stt.models.sources.DiskSpace;

/** The store could not do what was asked, and is as it was. The message is one sentence that says why, and what helps. */
public final class StoreFailed extends RuntimeException {

    private StoreFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static StoreFailed because(String what, Path store, Exception cause) {
        return new StoreFailed(what + ": " + reason(store, cause), cause);
    }

    private static String reason(Path store, Exception cause) {
        Throwable direct = cause instanceof UncheckedIOException ? cause.getCause() : cause;
        if (!(direct instanceof IOException failure)) {
            return String.valueOf(cause.getMessage());
        }
        if (DiskSpace.isFull(failure)) {
            return DiskSpace.full(store);
        }
        if (failure instanceof AccessDeniedException denied) {
            return "this user may not read or write " + denied.getFile() + ".";
        }
        if (failure instanceof FileSystemException broken) {
            return broken.getFile() + " cannot be used (" + broken.getClass().getSimpleName() + " " + broken.getReason()
                    + ").";
        }
        return "reading or writing failed (" + failure.getMessage() + ").";
    }
}
