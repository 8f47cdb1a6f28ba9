package stt.models.cli;

/** The command line is wrong; the message says what. */
final class WrongUsage extends RuntimeException {

    WrongUsage(String sentence) {
        super(sentence);
    }
}
