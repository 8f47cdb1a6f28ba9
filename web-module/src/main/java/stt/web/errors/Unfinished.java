package stt.web.errors;

/** Something is asked of a transcript that only a completed one can give. */
public final class Unfinished extends RuntimeException {

    /** {@code status}: how far it has come, as the contract calls it. */
    public Unfinished(String status) {
        super("The transcript is not completed: it is " + status + ".");
    }
}
