package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import stt.mail.SendMail;

/** Changes what the owner of an account decides about it. */
@Stateless
public class ChangeAccount {

    @EJB
    private Accounts accounts;

    @EJB
    private MailedLinks links;

    @EJB
    private SendMail mail;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    /** What changes; what is empty stays. */
    public record Changes(
            Optional<String> name,
            Optional<EmailAddress> email,
            Optional<EmailPreferences> preferences,
            Optional<Retention> retention) {

        /** @throws InvalidAccount when the name cannot be */
        public Changes {
            name = name.map(AccountRules::name);
        }
    }

    /** For how many days transcripts are kept; empty: as configured for everybody. */
    public record Retention(Optional<Integer> days) {

        /** @throws InvalidAccount when they could not be kept that long */
        public Retention {
            days = days.map(AccountRules::retention);
        }
    }

    /**
     * The changed account. A new address counts at once where no mail can be sent; elsewhere it is verified first, and the
     * account keeps the old one until then.
     *
     * @throws EmailTaken when another account has the new address, and no mail can be sent
     */
    public Account change(UUID id, Changes changes) {
        Account account = accounts.locked(id);
        changes.name().ifPresent(account::rename);
        changes.preferences().ifPresent(account::prefer);
        changes.retention().map(Retention::days).ifPresent(account::keepTranscriptsFor);
        changes.email().filter(email -> !email.text().equals(account.email())).ifPresent(email -> move(account, email));
        accounts.changed();
        return account;
    }

    private void move(Account account, EmailAddress email) {
        if (!settings.verifiesAddresses()) {
            if (accounts.withEmail(email.text()).isPresent()) {
                throw new EmailTaken();
            }
            account.moveTo(email);
            return;
        }
        SecretToken link = links.forAddress(account.id(), email, clock.instant());
        mail.later(settings.letters().newAddress(email.text(), link));
        mail.later(settings.letters().addressChanges(account.email()));
    }
}
