package stt.server;

import org.jspecify.annotations.Nullable;

/** The program cannot do what it was asked to; the message is the one plain sentence that the operator reads. */
final class Refused extends RuntimeException {

    /** The exit code of a program that could not do what it was asked to. */
    static final int EXIT_CODE = 1;

    Refused(String sentence) {
        super(sentence);
    }

    Refused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
