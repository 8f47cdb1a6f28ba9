package stt.inference.api;

import jakarta.ejb.ApplicationException;

/** The folder that a model is to come from is not there. */
@ApplicationException(rollback = true)
public final class NoSuchImport extends RuntimeException {

    private static final int LONGEST_QUOTE = 100;

    public NoSuchImport(String folder) {
        super("There is no folder \"" + folder.substring(0, Math.min(LONGEST_QUOTE, folder.length()))
                + "\" where models can be imported from");
    }
}
