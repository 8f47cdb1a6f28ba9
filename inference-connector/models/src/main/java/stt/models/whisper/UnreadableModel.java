package stt.models.whisper;

/** A model's files cannot be imported. The message is one sentence for the operator: what was expected, and what was found. */
public final class UnreadableModel extends RuntimeException {
    public UnreadableModel(String message) {
        super(message);
    }

    public UnreadableModel(String message, Throwable cause) {
        super(message, cause);
    }
}
