package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import stt.mail.SendMail;

/** Lets somebody become an account. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignUp {

    private static final Duration LINK_LIFE = Duration.ofDays(1);
    private static final Duration WINDOW = Duration.ofHours(1);

    @EJB
    private SignUps signUps;

    @EJB
    private Accounts accounts;

    @EJB
    private Throttle throttle;

    @EJB
    private SendMail mail;

    @Inject
    private Passwords passwords;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    /** What somebody fills in. */
    public record Form(EmailAddress email, String password, String name) {

        /** @throws InvalidAccount when the password or the name cannot be */
        public Form {
            name = AccountRules.name(name);
            AccountRules.checkPassword(password, email.text());
        }

        @Override
        public String toString() {
            return email.text();
        }
    }

    /**
     * What somebody who has signed up is told.
     *
     * @param key the first one, which can be read here alone
     * @param awaitsVerification whether account and key come to be only when the mailed link is followed
     */
    public record SignedUp(
            UUID account, String email, String name, Instant createdAt, KeySecret key, boolean awaitsVerification) {}

    /**
     * Signs somebody up. Where mail can be sent, nobody learns from the result whether the address has an account already: its
     * owner does, by mail.
     *
     * @param clientAddress a literal IP address
     * @throws SignUpClosed when the operator makes the accounts
     * @throws TooManyAttempts when too many came from this address
     * @throws EmailTaken when another account has the address, and no mail can be sent
     */
    public SignedUp signUp(Form form, String clientAddress) {
        if (!settings.signUpIsOpen()) {
            throw new SignUpClosed();
        }
        throttle.count("sign-up", clientAddress, settings.signUpsPerHour(), WINDOW);
        SignedUp applies = new SignedUp(
                UUID.randomUUID(),
                form.email().text(),
                form.name(),
                clock.instant(),
                ApiKeys.unused(),
                settings.verifiesAddresses());
        SecretToken link = SecretToken.random();
        PendingSignUp pending = new PendingSignUp(
                applies,
                passwords.hash(form.password()),
                link,
                applies.createdAt().plus(LINK_LIFE));
        if (!applies.awaitsVerification()) {
            signUps.activate(pending);
        } else if (accounts.withEmail(applies.email()).isPresent()) {
            mail.later(settings.letters().signUpAgain(applies.email()));
        } else {
            signUps.add(pending);
            mail.later(settings.letters().welcome(applies.email(), link));
        }
        return applies;
    }
}
