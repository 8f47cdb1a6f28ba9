package stt.audio;

import jakarta.ejb.ApplicationException;

/**
 * A file that cannot be used as a recording. The message is one plain sentence for the person who sent the file: it names
 * no path and nothing of the decoder.
 */
@ApplicationException(rollback = true)
public final class UnsupportedAudio extends RuntimeException {

    /** What is wrong with the file; callers may show it as a stable code. */
    public enum Reason {
        /** It has no bytes. */
        EMPTY,
        /** It is none of the accepted kinds: text, an image, an archive, a playlist, a document, another kind of recording. */
        UNSUPPORTED_TYPE,
        /** It is a film or a container without any sound. */
        NO_SOUND,
        /** It is cut off or damaged so that nothing, or next to nothing, can be decoded. */
        DAMAGED,
        /** It is longer than {@code stt.audio.max-duration}. */
        TOO_LONG,
        /** Decoding it would take more time or memory than one file is given. */
        TOO_COSTLY
    }

    private final Reason reason;

    public UnsupportedAudio(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
