package stt.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counters of attempts in the database, shared by all nodes. Each call is a transaction of its own: an attempt counts whatever
 * becomes of it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Attempts {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Attempts() {}

    Attempts(EntityManager entities) {
        this.entities = entities;
    }

    /** How often something was tried since {@code startedAt}. */
    public record Window(Instant startedAt, int used) {}

    /**
     * Counts one more under {@code name}, in the window that runs or, when it is over, in a new one. Empty when nothing was
     * ever counted under that name: then {@link #open} it first.
     */
    public Optional<Window> count(String name, Instant now, Duration length) {
        long over = now.minus(length).toEpochMilli();
        // In this order: MySQL evaluates from left to right, and must still see the old start when it decides the
        // count.
        int changed = entities.createNativeQuery(
                        "update attempts set used = case when started_at <= ? then 1 else used + 1 end,"
                                + " started_at = case when started_at <= ? then ? else started_at end where name = ?")
                .setParameter(1, over)
                .setParameter(2, over)
                .setParameter(3, now.toEpochMilli())
                .setParameter(4, name)
                .executeUpdate();
        return changed == 0 ? Optional.empty() : Optional.of(read(name));
    }

    /** Makes the counter. Fails when another node makes it at the same moment: then it is there. */
    public void open(String name, Instant now) {
        entities.createNativeQuery("insert into attempts (name, started_at, used) values (?, ?, 0)")
                .setParameter(1, name)
                .setParameter(2, now.toEpochMilli())
                .executeUpdate();
    }

    /** As if nothing had ever been counted under {@code name}. */
    public void forget(String name) {
        entities.createNativeQuery("delete from attempts where name = ?")
                .setParameter(1, name)
                .executeUpdate();
    }

    private Window read(String name) {
        List<?> rows = entities.createNativeQuery("select started_at, used from attempts where name = ?")
                .setParameter(1, name)
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        return new Window(Instant.ofEpochMilli(((Number) row[0]).longValue()), ((Number) row[1]).intValue());
    }
}
