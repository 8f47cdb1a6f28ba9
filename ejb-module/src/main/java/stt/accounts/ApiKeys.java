package stt.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The API keys in the database. */
@Stateless
public class ApiKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public ApiKeys() {}

    ApiKeys(EntityManager entities) {
        this.entities = entities;
    }

    /** A key that was just made: the only place where its secret can be read, now or ever. */
    public record NewKey(ApiKey key, KeySecret secret) {}

    /** Makes a key for {@code account}. The result is the only place where the key can be read, now or ever. */
    public KeySecret create(Account account, String name, Instant now) {
        return create(account, name, now, Optional.empty()).secret();
    }

    /** Makes a key for {@code account} that may end by itself. */
    public NewKey create(Account account, String name, Instant now, Optional<Instant> expires) {
        KeySecret secret = KeySecret.random(RANDOM);
        ApiKey key = new ApiKey(account, name, secret, now, expires);
        entities.persist(key);
        return new NewKey(key, secret);
    }

    /** A secret that is no key yet. */
    static KeySecret unused() {
        return KeySecret.random(RANDOM);
    }

    /**
     * The key that {@code secret} is, with its account, if it may be used at {@code now}. One query, outside any
     * transaction.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<ApiKey> admitting(KeySecret secret, Instant now) {
        return entities.createQuery(
                        "select k from ApiKey k join fetch k.account where k.secretHash = :hash", ApiKey.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .filter(key -> key.admits(secret, now))
                .findFirst();
    }

    /** The keys of {@code account} that are not revoked, newest first. */
    public List<ApiKey> of(UUID account) {
        return entities.createQuery(
                        "select k from ApiKey k where k.account.id = :account and k.revokedAt is null"
                                + " order by k.createdAt desc, k.id",
                        ApiKey.class)
                .setParameter("account", account.toString())
                .getResultList();
    }

    /** Revokes a key of {@code account} from this moment on. False when the account has no such key. */
    public boolean revoke(UUID account, UUID key, Instant now) {
        return entities.createQuery("update ApiKey k set k.revokedAt = :now"
                                + " where k.id = :id and k.account.id = :account and k.revokedAt is null")
                        .setParameter("now", now)
                        .setParameter("id", key.toString())
                        .setParameter("account", account.toString())
                        .executeUpdate()
                == 1;
    }
}
