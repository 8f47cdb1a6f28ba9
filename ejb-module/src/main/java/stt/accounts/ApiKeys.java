package stt.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

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

    /** Makes a key for {@code account}. The result is the only place where the key can be read, now or ever. */
    public KeySecret create(Account account, String name, Instant now) {
        KeySecret secret = KeySecret.random(RANDOM);
        entities.persist(new ApiKey(account, name, secret, now));
        return secret;
    }

    /** The key that {@code secret} is, with its account, if it may still be used. One query, outside any transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<ApiKey> admitting(KeySecret secret) {
        return entities.createQuery(
                        "select k from ApiKey k join fetch k.account where k.secretHash = :hash", ApiKey.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .filter(key -> key.admits(secret))
                .findFirst();
    }
}
