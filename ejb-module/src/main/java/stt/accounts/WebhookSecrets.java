package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What webhooks are signed with, in the database. */
@Stateless
public class WebhookSecrets {

    private static final String MARK = "whsec_"; // Standard Webhooks 1.0, "Signature scheme"
    private static final int BYTES = 32; // of 24 to 64 that it allows
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Accounts accounts;

    @Inject
    private SealKey key;

    private Clock clock = Clock.systemUTC();

    private Supplier<Seal> seal = () -> key.seal();

    /** For the container. */
    public WebhookSecrets() {}

    @Inject
    void tellTheTime(Clock injected) {
        clock = injected;
    }

    WebhookSecrets(EntityManager entities, Seal seal, Clock clock) {
        this.entities = entities;
        this.accounts = new Accounts(entities);
        this.seal = () -> seal;
        this.clock = clock;
    }

    /**
     * A new secret for {@code account}: {@code whsec_} and base64 of 256 random bits. Those before it sign for another 24
     * hours. The result is the only place where it is shown.
     */
    public String replace(UUID account) {
        Instant now = clock.instant();
        Account owner = accounts.locked(account);
        signing(account, now).forEach(old -> old.replaced(now));
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        String text = MARK + Base64.getEncoder().encodeToString(secret);
        entities.persist(new WebhookSecret(owner, text, seal.get(), now));
        return text;
    }

    /**
     * What a webhook of {@code account} is signed with now, each in the form {@code whsec_...}, newest first: the receiver
     * accepts a message when it knows one of them. Empty when the account has never made one.
     */
    public List<String> signingSecrets(UUID account) {
        return signing(account, clock.instant()).stream()
                .map(secret -> secret.text(seal.get()))
                .toList();
    }

    private List<WebhookSecret> signing(UUID account, Instant now) {
        return entities.createQuery(
                        "select s from WebhookSecret s where s.account.id = :account"
                                + " and (s.signsUntil is null or s.signsUntil > :now) order by s.createdAt desc, s.id",
                        WebhookSecret.class)
                .setParameter("account", account.toString())
                .setParameter("now", now)
                .getResultList();
    }
}
