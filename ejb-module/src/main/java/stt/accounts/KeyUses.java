package stt.accounts;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** Writes down when keys are used, after the request has gone on. */
@Stateless
public class KeyUses {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public KeyUses() {}

    KeyUses(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Notes a use, in another thread and its own transaction. However many requests and nodes note the same minute, one row
     * changes once: the condition is in the statement.
     */
    @Asynchronous
    public void note(UUID key, Instant at) {
        entities.createQuery("update ApiKey k set k.lastUsedAt = :at"
                        + " where k.id = :id and (k.lastUsedAt is null or k.lastUsedAt <= :before)")
                .setParameter("at", at)
                .setParameter("id", key.toString())
                .setParameter("before", at.minus(ApiKey.USE_GRANULARITY))
                .executeUpdate();
    }
}
