package stt.accounts;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Takes away what has ended by itself: nobody would see it, it would only pile up. Every node does; twice does no harm. */
@Singleton
public class Sweep {

    /** Longer than any window that attempts are counted in. */
    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    /** Once an hour. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void hourly() {
        run(entities, settings.sessionLife(), clock.instant());
    }

    static void run(EntityManager entities, SessionLife life, Instant now) {
        delete(entities, "delete from PendingSignUp s where s.expiresAt <= :time", now);
        delete(entities, "delete from MailedLink l where l.expiresAt <= :time", now);
        delete(entities, "delete from WebhookSecret s where s.signsUntil <= :time", now);
        delete(entities, "delete from LoginSession s where s.lastUsedAt <= :time", now.minus(life.idle()));
        delete(entities, "delete from LoginSession s where s.createdAt <= :time", now.minus(life.longest()));
        entities.createNativeQuery("delete from attempts where started_at <= ?")
                .setParameter(1, now.minus(ATTEMPTS_KEPT).toEpochMilli())
                .executeUpdate();
    }

    private static void delete(EntityManager entities, String statement, Instant time) {
        entities.createQuery(statement).setParameter("time", time).executeUpdate();
    }
}
