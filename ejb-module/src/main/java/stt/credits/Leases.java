package stt.credits;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Renews the leases of this node's work, and ends reservations whose node has died. Thread-safe. */
@Singleton
@Startup
@DependsOn("Migrate") // rounds read tables
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Leases {

    /** Work under way; closing ends the renewals. */
    public interface Lease extends AutoCloseable {
        @Override
        void close();
    }

    private static final System.Logger LOG = System.getLogger(Leases.class.getName());
    private static final int RENEWALS = 3; // in the time of one lease: two may fail

    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    @EJB
    private Expiry expiry;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    @ConfigProperty(name = "stt.credits.lease")
    private Duration lease;

    private @Nullable Future<?> rounds;

    @PostConstruct
    void start() {
        long every = Math.max(1, lease.toMillis() / RENEWALS);
        rounds = executor.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Renews the lease of {@code reservation} until the result is closed. */
    public Lease keep(Reservation reservation) {
        running.add(reservation.id());
        return () -> running.remove(reservation.id());
    }

    /** A round that fails must not be the last: the next may work. */
    private void round() {
        try {
            expiry.renew(Set.copyOf(running), lease);
            expiry.sweep();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Leases could not be renewed, or expired ones not be ended", e);
        }
    }
}
