package stt.models.cli;

/** Asks a person. */
@FunctionalInterface
interface Question {

    /** Nobody is there. */
    Question NOBODY = text -> false;

    /** Whether the answer is yes. */
    boolean asks(String text);
}
