package stt.models.hub;

import java.time.Duration;

/** An answer that can be another one soon. The message says what became of the request, for the end of a sentence. */
final class TryAgain extends Exception {

    private final String sentence;
    private final Duration pause;

    /** @param pause that the hub asks for; zero when it asks for none */
    TryAgain(String reason, Duration pause) {
        super(reason);
        this.sentence = reason;
        this.pause = pause;
    }

    TryAgain(String reason, Throwable cause) {
        super(reason, cause);
        this.sentence = reason;
        this.pause = Duration.ZERO;
    }

    String sentence() {
        return sentence;
    }

    Duration pause() {
        return pause;
    }
}
