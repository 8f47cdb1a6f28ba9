package stt.models.sources;

/** A source did not give the files; the message is one sentence that says why, and what helps. Another source may work. */
public final class SourceFailed extends RuntimeException {

    public SourceFailed(String sentence) {
        super(sentence);
    }

    public SourceFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
