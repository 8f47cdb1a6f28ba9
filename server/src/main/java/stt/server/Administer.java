package stt.server;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** What the operator asks of the running server. */
final class Administer {

    private final LocalAdmin channel;
    private final Settings settings;
    private final Terminal terminal;

    Administer(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
        this.channel = new LocalAdmin(Listener.of(settings).localAddress(), settings.dataDirectory());
    }

    /** Prints a new API key. */
    void newKey() {
        terminal.key(ask(channel::newKey));
    }

    /** Prints a new password. */
    void resetPassword() {
        terminal.password(ask(channel::newPassword));
    }

    /** Grants an account credits, and prints how many it has. */
    void grant(String email, String credits) {
        terminal.credits(ask(() -> channel.grant(email, credits)));
    }

    private LocalAdmin.Answer ask(Question question) {
        if (!Files.exists(LocalAdmin.tokenFile(settings.dataDirectory()))) {
            throw notRunning(null);
        }
        try {
            return question.ask();
        } catch (IOException e) {
            throw notRunning(e);
        }
    }

    private Refused notRunning(@Nullable IOException cause) {
        return new Refused(
                "No server answers at %s; start it with ./stt serve."
                        .formatted(Listener.of(settings).localAddress()),
                cause);
    }

    private interface Question {
        LocalAdmin.Answer ask() throws IOException;
    }
}
