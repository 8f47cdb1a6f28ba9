package stt.credits;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.accounts.Caller;
import stt.accounts.Tier;
import stt.usage.UsageLog;

/**
 * Quotas, credits and slots for one piece of work: reserve, do it while {@link Leases} renews the lease, then settle in the
 * transaction that stores the result, or release. What is neither expires with its lease.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Reservations {

    @EJB
    private Holds holds;

    @EJB
    private HoldRows rows;

    @EJB
    private Meters meters;

    @EJB
    private Credits credits;

    @EJB
    private UsageLog usage;

    @Inject
    private Prices prices;

    @Inject
    private Allowances allowances;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "stt.credits.lease")
    private Duration lease;

    /** For the container. */
    public Reservations() {}

    /**
     * Sets quota or credits and a slot aside, in short transactions of its own.
     *
     * @param clientAddress a literal IP address; it matters for a caller without a key alone
     * @param work with a length or size that is known, or a first part of it ({@link #grow} adds more)
     * @throws LimitReached when the caller may have this done later
     * @throws NoCredits when its balance does not pay for it
     */
    public Reservation reserve(Caller caller, String clientAddress, Work work) {
        Terms terms = opened(caller, clientAddress, work);
        try {
            return holds.take(terms, clock.instant(), lease);
        } catch (LimitReached | NoCredits refused) {
            if (expire(terms.caller()) == 0) {
                throw refused;
            }
            return holds.take(terms, clock.instant(), lease);
        }
    }

    /**
     * Sets quota or credits aside for work that waits in a queue, without a slot, in the caller's transaction.
     *
     * @param wait how long the reservation stays when nobody renews it ({@link #renew})
     * @throws QuotaExceeded as {@link #reserve}
     * @throws NoCredits as {@link #reserve}
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Reservation reserveWaiting(Caller caller, Work work, Duration wait) {
        return holds.takeWaiting(opened(caller, "0.0.0.0", work), clock.instant(), wait);
    }

    /**
     * Gives reserved work that has waited its slot; from then on its lease must be renewed.
     *
     * @throws TooManyRequests when as many requests of the caller run as may
     * @throws ReservationLost when the reservation has expired
     */
    public void start(Caller caller, Reservation reservation) {
        holds.start(
                reservation,
                opened(caller, "0.0.0.0", reservation.work()),
                clock.instant().plus(lease));
    }

    /**
     * Has reserved work wait, or wait again: its slot is given back if it has one, all else stays for {@code wait} when nobody
     * renews it.
     *
     * @return the reservation; empty when it has ended meanwhile
     */
    public Optional<Reservation> pause(UUID reservation, Duration wait) {
        return holds.pause(reservation, clock.instant().plus(wait));
    }

    /** Has a waiting reservation stay for {@code wait} from now on. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void renew(UUID reservation, Duration wait) {
        rows.renew(List.of(reservation), clock.instant().plus(wait));
    }

    /**
     * Sets aside more for work that turns out larger, in a transaction of its own.
     *
     * @throws LimitReached when the quota is used up; what is held stays so
     * @throws NoCredits when the balance does not pay for it; what is held stays so
     */
    public void grow(Caller caller, String clientAddress, Reservation reservation, long more) {
        holds.grow(
                reservation.id(),
                opened(caller, clientAddress, reservation.work().of(more)),
                clock.instant());
    }

    /**
     * Ends the reservation in the caller's transaction: what is not used goes back, {@code amount} (milliseconds or
     * characters) is charged and counted.
     *
     * @throws ReservationLost when it has ended already; the transaction rolls back
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void settle(Caller caller, Reservation reservation, long amount) {
        Work done = reservation.work().of(amount);
        holds.settle(reservation.id(), done, cents(caller.tier(), done), clock.instant());
    }

    /** Ends the reservation of work that failed, in a transaction of its own. Nothing happens when it has ended already. */
    public void release(Reservation reservation) {
        release(reservation.id());
    }

    /** As {@link #release(Reservation)}. */
    public void release(UUID reservation) {
        holds.release(reservation);
    }

    private int expire(CallerName caller) {
        Instant now = clock.instant();
        return (int) rows.expired(caller, now).stream()
                .filter(id -> holds.expire(id, now))
                .count();
    }

    private long cents(Tier tier, Work work) {
        return tier == Tier.PAID ? prices.of(work) : 0;
    }

    private Terms opened(Caller caller, String clientAddress, Work work) {
        Terms terms = new Terms(
                CallerName.of(caller, clientAddress),
                caller.account(),
                work,
                allowances.concurrency(caller.tier()),
                allowances.quota(caller.tier(), work.kind()),
                cents(caller.tier(), work));
        Opening.of(() -> meters.open(terms.caller()));
        terms.quota().ifPresent(quota -> Opening.of(() -> meters.open(terms.caller(), quota)));
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        terms.account().ifPresent(account -> {
            Opening.of(() -> credits.open(account));
            Opening.of(() -> usage.open(account, today, work.kind().name()));
        });
        return terms;
    }
}
