package stt.inference.api;

import jakarta.ejb.ApplicationException;

/** The model does not know the language. */
@ApplicationException(rollback = true)
public final class UnsupportedLanguage extends RuntimeException {

    public UnsupportedLanguage(String language, String model) {
        super("The model " + model + " does not know the language \"" + language + "\"");
    }
}
