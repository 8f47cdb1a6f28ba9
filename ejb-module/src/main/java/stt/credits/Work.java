package stt.credits;

import java.time.Duration;

/**
 * What is to be done, as quotas and prices see it.
 *
 * @param kind of work
 * @param model id of the model that runs
 * @param amount milliseconds of audio, heard or spoken; characters for {@link Kind#TEXT}
 */
public record Work(Kind kind, String model, long amount) {

    /** What quotas, prices and usage tell apart. */
    public enum Kind {
        /** Speech to text, by the length of the audio. */
        TRANSCRIPTION,
        /** Audio to audio, by its length. */
        ENHANCEMENT,
        /** Text to speech, by the length of the speech. */
        SPEECH,
        /** Text to text or to numbers, by the characters that come in. */
        TEXT
    }

    public Work {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount of work cannot be negative, found " + amount);
        }
    }

    /** Recognizing speech in audio of {@code length}. */
    public static Work transcription(String model, Duration length) {
        return new Work(Kind.TRANSCRIPTION, model, length.toMillis());
    }

    /** Cleaning audio of {@code length}. */
    public static Work enhancement(String model, Duration length) {
        return new Work(Kind.ENHANCEMENT, model, length.toMillis());
    }

    /** Speaking for {@code length}. */
    public static Work speech(String model, Duration length) {
        return new Work(Kind.SPEECH, model, length.toMillis());
    }

    /** Reading {@code characters}. */
    public static Work text(String model, long characters) {
        return new Work(Kind.TEXT, model, characters);
    }

    /** The same kind of work, another amount. */
    public Work of(long otherAmount) {
        return new Work(kind, model, otherAmount);
    }
}
