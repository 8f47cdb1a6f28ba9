package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import stt.mail.SendMail;

/** Another password for an account: by its owner, who knows the old one or reads the account's mail. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangePassword {

    private static final Duration WINDOW = Duration.ofHours(1);

    @EJB
    private Accounts accounts;

    @EJB
    private MailedLinks links;

    @EJB
    private StoredPasswords stored;

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

    /**
     * Changes it for somebody who knows the present one, and signs all other browsers out.
     *
     * @param kept the session that goes on
     * @throws WrongLogin when {@code present} is not the password
     * @throws TooManyAttempts when that happened too often
     * @throws InvalidAccount when {@code next} cannot be a password
     */
    public void change(UUID account, String present, String next, Optional<Session> kept) {
        Account owner = owner(account, present);
        AccountRules.checkPassword(next, owner.email());
        stored.replace(account, passwords.hash(next), kept.map(Session::cookie));
        tell(owner);
    }

    /**
     * The account, for somebody who knows its password.
     *
     * @throws WrongLogin when {@code present} is not the password
     * @throws TooManyAttempts when that happened too often
     */
    public Account owner(UUID account, String present) {
        throttle.count("password", account.toString(), settings.signInTries(), WINDOW);
        Account owner = accounts.existing(account);
        if (!passwords.matches(present, owner.passwordHash())) {
            throw new WrongLogin();
        }
        throttle.forget("password", account.toString());
        return owner;
    }

    /**
     * Mails a link by which a new password can be chosen, when there is such an account. Whether there is, nobody learns.
     *
     * @throws NoMail when no mail can be sent
     * @throws TooManyAttempts when too many came from {@code clientAddress}
     */
    public void ask(String email, String clientAddress) {
        if (!settings.verifiesAddresses()) {
            throw new NoMail();
        }
        throttle.count("new password from", clientAddress, settings.signUpsPerHour(), WINDOW);
        throttle.count("new password to", Account.canonical(email), settings.signInTries(), WINDOW);
        links.forPassword(email, clock.instant())
                .ifPresent(link -> mail.later(settings.letters().newPassword(Account.canonical(email), link)));
    }

    /**
     * Changes it for somebody who has followed the link with {@code token}, and signs all browsers out.
     *
     * @throws InvalidLink when there is no such link, or not any more
     * @throws InvalidAccount when {@code next} cannot be a password; the link stays good
     */
    public void byLink(String token, String next) {
        Instant now = clock.instant();
        SecretToken link = SecretToken.parse(token).orElseThrow(InvalidLink::new);
        AccountRules.checkPassword(next, links.emailOf(link, now).orElseThrow(InvalidLink::new));
        tell(links.followForPassword(link, passwords.hash(next), now).orElseThrow(InvalidLink::new));
    }

    private void tell(Account owner) {
        if (settings.verifiesAddresses()) {
            mail.later(settings.letters().passwordChanged(owner.email()));
        }
    }
}
