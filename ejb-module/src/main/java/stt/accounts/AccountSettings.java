package stt.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.mail.Mailer;

/** What the operator decides about accounts, from the keys {@code stt.accounts.*}. Thread-safe. */
@ApplicationScoped
public class AccountSettings {

    @Inject
    @ConfigProperty(name = "stt.accounts.sign-up")
    private boolean signUp;

    @Inject
    @ConfigProperty(name = "stt.accounts.sign-ups-per-hour")
    private int signUpsPerHour;

    @Inject
    @ConfigProperty(name = "stt.accounts.sign-in-tries")
    private int signInTries;

    @Inject
    @ConfigProperty(name = "stt.accounts.session-idle")
    private Duration sessionIdle;

    @Inject
    @ConfigProperty(name = "stt.accounts.session-longest")
    private Duration sessionLongest;

    @Inject
    @ConfigProperty(name = "stt.web.public-url")
    private Optional<String> publicUrl;

    @Inject
    private Mailer mailer;

    /** Whether anybody may make an account. */
    boolean signUpIsOpen() {
        return signUp;
    }

    /** Sign-ups that one address may try in an hour. */
    int signUpsPerHour() {
        return signUpsPerHour;
    }

    /** Tries that one client has at one account in a quarter of an hour. */
    int signInTries() {
        return signInTries;
    }

    SessionLife sessionLife() {
        return new SessionLife(sessionIdle, sessionLongest);
    }

    /** Whether an address must be verified: where mail can be sent. */
    boolean verifiesAddresses() {
        return mailer.isConfigured();
    }

    /** The mails, with links to this server. */
    Letters letters() {
        return new Letters(publicUrl.orElse(""));
    }
}
