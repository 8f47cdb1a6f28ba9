package stt.accounts;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The sessions of browsers in the database, the same for every node. */
@Stateless
public class Sessions {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Sessions() {}

    Sessions(EntityManager entities) {
        this.entities = entities;
    }

    /** Signs a browser in. The result is the only place where the cookie can be read, now or ever. */
    public SecretToken open(Account account, Instant now) {
        SecretToken cookie = SecretToken.random();
        entities.persist(new LoginSession(account, cookie, now));
        return cookie;
    }

    /** The session that {@code cookie} belongs to, with its account, also when it has ended by itself. One query. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<LoginSession> of(SecretToken cookie) {
        return entities.createQuery(
                        "select s from LoginSession s join fetch s.account where s.idHash = :hash", LoginSession.class)
                .setParameter("hash", cookie.hash())
                .getResultStream()
                .findFirst();
    }

    /** Notes a use, in another thread and its own transaction. */
    @Asynchronous
    public void noteUse(SecretToken cookie, Instant at) {
        entities.createQuery("update LoginSession s set s.lastUsedAt = :at"
                        + " where s.idHash = :hash and s.lastUsedAt <= :before")
                .setParameter("at", at)
                .setParameter("hash", cookie.hash())
                .setParameter("before", at.minus(ApiKey.USE_GRANULARITY))
                .executeUpdate();
    }

    /** Signs a browser out: refused from the next request on, on every node. */
    public void close(SecretToken cookie) {
        entities.createQuery("delete from LoginSession s where s.idHash = :hash")
                .setParameter("hash", cookie.hash())
                .executeUpdate();
    }

    /** Signs all browsers of {@code account} out, but the one with the cookie {@code kept}. */
    public void closeAll(UUID account, Optional<SecretToken> kept) {
        entities.createQuery("delete from LoginSession s where s.account.id = :account and s.idHash <> :kept")
                .setParameter("account", account.toString())
                .setParameter("kept", kept.map(SecretToken::hash).orElse(""))
                .executeUpdate();
    }
}
