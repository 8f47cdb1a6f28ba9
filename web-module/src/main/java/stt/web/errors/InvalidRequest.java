package stt.web.errors;

/** The request itself is wrong: a field that is missing or malformed. The message is a sentence for the client. */
public final class InvalidRequest extends RuntimeException {

    private final String code;

    /** {@code code} is stable and in snake_case. */
    public InvalidRequest(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The error's stable name. */
    public String code() {
        return code;
    }
}
