package stt.idempotency;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Serves each request that carries a key once. Thread-safe. */
@Singleton
@Startup
@DependsOn("Migrate") // rounds read tables
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class IdempotentRequests {

    private static final System.Logger LOG = System.getLogger(IdempotentRequests.class.getName());
    private static final int RENEWALS = 3; // in the time of one lease: two may fail

    /**
     * What is to be done with a request.
     *
     * @param claim to {@link #complete} in the transaction that charges, and to {@link #end} in any case
     * @param answer that it got before; then there is nothing to do, and the claim is void
     */
    public record Start(Claim claim, Optional<Answer> answer) {}

    private final Set<Claim> running = ConcurrentHashMap.newKeySet();

    @EJB
    private ClaimRows rows;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "stt.credits.lease")
    private Duration lease;

    @Inject
    @ConfigProperty(name = "stt.idempotency.kept")
    private Duration kept;

    @Resource
    private ManagedScheduledExecutorService executor;

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

    /**
     * Claims a key for a request.
     *
     * @param fingerprint SHA-256 of what is asked, 64 hexadecimal digits
     * @throws KeyInUse when the same request is being served
     * @throws KeyReused when the key belongs to another
     */
    public Start begin(UUID account, String key, String fingerprint) {
        Claim claim = new Claim(UUID.randomUUID(), account, hash(key));
        Instant now = clock.instant();
        rows.removeExpired(claim, now);
        Optional<ClaimRows.Known> known = rows.find(claim);
        if (known.isEmpty() && added(claim, fingerprint, now)) {
            running.add(claim);
            return new Start(claim, Optional.empty());
        }
        ClaimRows.Known other = known.or(() -> rows.find(claim)).orElseThrow(KeyInUse::new);
        if (!other.fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        return new Start(claim, Optional.of(other.answer().orElseThrow(KeyInUse::new)));
    }

    /**
     * Stores the answer in the caller's transaction.
     *
     * @throws KeyInUse when the claim's lease has expired and somebody else serves the request
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void complete(Claim claim, Answer answer) {
        if (!rows.complete(claim, answer, clock.instant().plus(kept))) {
            throw new KeyInUse();
        }
    }

    /** Ends a claim: one that came to nothing leaves its key free; the answer of one that was completed stays. */
    public void end(Claim claim) {
        running.remove(claim);
        rows.remove(claim);
    }

    private boolean added(Claim claim, String fingerprint, Instant now) {
        try {
            rows.add(claim, fingerprint, now, lease);
            return true;
        } catch (EJBException somebodyElseWasFaster) {
            LOG.log(Level.DEBUG, "the key is somebody else's now", somebodyElseWasFaster);
            return false;
        }
    }

    /** A round that fails must not be the last: the next may work. */
    private void round() {
        try {
            rows.renew(Set.copyOf(running), clock.instant().plus(lease));
            rows.sweep(clock.instant());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Claims could not be renewed, or expired ones not be swept", e);
        }
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
