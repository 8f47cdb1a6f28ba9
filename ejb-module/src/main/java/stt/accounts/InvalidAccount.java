package stt.accounts;

import jakarta.ejb.ApplicationException;

/** Something about an account or a key cannot be as it was asked for. The message is a sentence for the client. */
@ApplicationException(rollback = true)
public final class InvalidAccount extends RuntimeException {

    private final String code;

    /** {@code code} is stable and in snake_case. */
    public InvalidAccount(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The error's stable name. */
    public String code() {
        return code;
    }
}
