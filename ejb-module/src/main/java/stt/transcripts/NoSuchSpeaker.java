package stt.transcripts;

import jakarta.ejb.ApplicationException;

/** Nobody is called so in the transcript. */
@ApplicationException(rollback = true)
public final class NoSuchSpeaker extends RuntimeException {

    public NoSuchSpeaker(String name) {
        super("Nobody in this transcript is called \"" + name + "\".");
    }
}
