package stt.server;

import java.io.PrintStream;
import java.util.Optional;

/** What the operator reads. Secrets appear here, once, and nowhere else. */
final class Terminal {

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    /** The server answers. */
    void ready(Listener listener, Optional<LocalAdmin.Answer> firstAdministrator) {
        out.println("Ready: " + listener.localAddress());
        if (listener.isLocalOnly()) {
            out.println("Only programs on this machine reach it; STT_BIND=0.0.0.0 opens it to the network.");
        }
        firstAdministrator.ifPresent(answer -> {
            out.println();
            out.println("The first administrator, shown this once:");
            login(answer);
            out.println("  API key   " + answer.field("api_key"));
            out.println();
        });
        if (listener.health().equals("unavailable")) {
            out.println("It cannot transcribe yet: no speech model is installed, or none could be loaded.");
            out.println("./stt models install --starter installs some; the log says more.");
        }
        out.println("Stop with Ctrl-C.");
    }

    /** A new API key. */
    void key(LocalAdmin.Answer answer) {
        out.println("A new API key of the administrator, shown this once:");
        out.println("  API key   " + answer.field("api_key"));
    }

    /** A new password. */
    void password(LocalAdmin.Answer answer) {
        out.println("The administrator's new password, shown this once:");
        login(answer);
    }

    /** An account's credits. */
    void credits(LocalAdmin.Answer answer) {
        out.println("%s has %s credits now.".formatted(answer.field("email"), answer.field("credits")));
    }

    private void login(LocalAdmin.Answer answer) {
        out.println("  login     " + answer.field("login"));
        out.println("  password  " + answer.field("password"));
    }
}
