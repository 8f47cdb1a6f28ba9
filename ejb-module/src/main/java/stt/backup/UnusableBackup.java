package stt.backup;

import org.jspecify.annotations.Nullable;

/** A file is no back-up, is not whole, or is one of a newer version. Nothing was changed. */
public final class UnusableBackup extends RuntimeException {

    UnusableBackup(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    UnusableBackup(String sentence) {
        this(sentence, null);
    }
}
