package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The links that were mailed, in the database, and what following them does. */
@Stateless
public class MailedLinks {

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Accounts accounts;

    @EJB
    private Sessions sessions;

    /** For the container. */
    public MailedLinks() {}

    MailedLinks(EntityManager entities) {
        this.entities = entities;
        this.accounts = new Accounts(entities);
        this.sessions = new Sessions(entities);
    }

    /** A link by which the bearer chooses a new password for the account with {@code email}. Empty when there is none. */
    public Optional<SecretToken> forPassword(String email, Instant now) {
        return accounts.withEmail(email)
                .map(account -> add(account, MailedLink.Purpose.NEW_PASSWORD, account.email(), now));
    }

    /** A link by which {@code account} gets the address {@code email}. */
    public SecretToken forAddress(UUID account, EmailAddress email, Instant now) {
        return add(accounts.existing(account), MailedLink.Purpose.NEW_ADDRESS, email.text(), now);
    }

    /**
     * The account gets the address that {@code link} was mailed to. Empty when there is no such link, or not any more.
     *
     * @throws EmailTaken when another account got the address in the meantime
     */
    public Optional<Account> followForAddress(SecretToken link, Instant now) {
        return take(link, MailedLink.Purpose.NEW_ADDRESS, now).map(taken -> {
            taken.account().moveTo(new EmailAddress(taken.email()));
            accounts.changed();
            return taken.account();
        });
    }

    /** The address of the account that {@code link} lets its bearer choose a password for. The link stays good. */
    public Optional<String> emailOf(SecretToken link, Instant now) {
        return find(link, MailedLink.Purpose.NEW_PASSWORD, now)
                .map(found -> found.account().email());
    }

    /** Gives the account another password, and signs all its browsers out. Empty when the link is none, or none any more. */
    public Optional<Account> followForPassword(SecretToken link, String passwordHash, Instant now) {
        return take(link, MailedLink.Purpose.NEW_PASSWORD, now).map(taken -> {
            Account account = taken.account();
            account.changePassword(passwordHash);
            sessions.closeAll(account.id(), Optional.empty());
            return account;
        });
    }

    private SecretToken add(Account account, MailedLink.Purpose purpose, String email, Instant now) {
        SecretToken link = SecretToken.random();
        entities.persist(new MailedLink(account, purpose, email, link, now));
        return link;
    }

    /** Uses the link up, and every other one of its purpose. Of two who follow one link at the same moment, one gets it. */
    private Optional<MailedLink> take(SecretToken link, MailedLink.Purpose purpose, Instant now) {
        Optional<MailedLink> found = find(link, purpose, now);
        if (found.isEmpty()) {
            return found;
        }
        Account account = accounts.locked(found.get().account().id());
        int deleted = entities.createQuery("delete from MailedLink l where l.linkHash = :hash")
                .setParameter("hash", link.hash())
                .executeUpdate();
        entities.createQuery("delete from MailedLink l where l.account = :account and l.purpose = :purpose")
                .setParameter("account", account)
                .setParameter("purpose", purpose)
                .executeUpdate();
        return deleted == 1 ? found : Optional.empty();
    }

    private Optional<MailedLink> find(SecretToken link, MailedLink.Purpose purpose, Instant now) {
        return entities.createQuery(
                        "select l from MailedLink l join fetch l.account"
                                + " where l.linkHash = :hash and l.expiresAt > :now",
                        MailedLink.class)
                .setParameter("hash", link.hash())
                .setParameter("now", now)
                .getResultStream()
                .filter(found -> found.purpose() == purpose)
                .findFirst();
    }
}
