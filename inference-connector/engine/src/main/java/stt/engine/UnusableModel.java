package stt.engine;

import org.jspecify.annotations.Nullable;

/** A model's files cannot be run: missing, corrupt, of another kind, or for hardware that is not there. One plain sentence. */
public final class UnusableModel extends RuntimeException {

    public UnusableModel(String what) {
        this(what, null);
    }

    public UnusableModel(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
