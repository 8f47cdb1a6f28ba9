package stt.models.cli;

import java.io.Console;
import java.util.Locale;

/** Whether a person is watching. */
final class Terminal {

    private Terminal() {}

    /** Prints a question and reads the answer; whether it is yes. */
    @SuppressWarnings("SystemConsoleNull") // as below
    static boolean confirms(String question) {
        Console console = System.console();
        String answer = console == null ? null : console.readLine("%s", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    /**
     * Whether input and output are a terminal. Before Java 22 there is a console only then; since then there is always one,
     * with a method that tells.
     */
    @SuppressWarnings("SystemConsoleNull") // null is only one of the two answers that are understood here
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
