package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Says no to whoever tries something too often, on whichever nodes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Throttle {

    @EJB
    private Attempts attempts;

    private Clock clock = Clock.systemUTC();

    /** For the container. */
    public Throttle() {}

    @Inject
    void tellTheTime(Clock injected) {
        clock = injected;
    }

    Throttle(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Counts that {@code who} tries {@code what}. What is refused counts too, but does not make the wait longer.
     *
     * @param limit tries that a {@code window} allows
     * @throws TooManyAttempts beyond the limit
     */
    public void count(String what, String who, int limit, Duration window) {
        String name = name(what, who);
        Instant now = clock.instant();
        Attempts.Window counted = attempts.count(name, now, window).orElseGet(() -> first(name, now, window));
        if (counted.used() > limit) {
            throw new TooManyAttempts(
                    limit, window, Duration.between(now, counted.startedAt().plus(window)));
        }
    }

    /** {@code who} has shown to be no guesser. */
    public void forget(String what, String who) {
        attempts.forget(name(what, who));
    }

    private Attempts.Window first(String name, Instant now, Duration window) {
        try {
            attempts.open(name, now);
        } catch (EJBException | PersistenceException otherNodeWasFirst) {
            Optional<Attempts.Window> theirs = attempts.count(name, now, window);
            if (theirs.isPresent()) {
                return theirs.get();
            }
            throw otherNodeWasFirst;
        }
        return attempts.count(name, now, window).orElseThrow();
    }

    /** Hashed: who tries to sign in with which address is nobody's business. */
    private static String name(String what, String who) {
        return what + ' ' + HexFormat.of().formatHex(SecretToken.sha256(who));
    }
}
