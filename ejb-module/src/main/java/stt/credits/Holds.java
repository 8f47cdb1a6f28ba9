package stt.credits;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import stt.usage.UsageLog;

/** What happens to counters, ledger and rows together: each method is one step of the caller's transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Holds {

    private static final Duration SOON = Duration.ofSeconds(1); // requests at once come and go

    @EJB
    private Meters meters;

    @EJB
    private Credits credits;

    @EJB
    private HoldRows rows;

    @EJB
    private UsageLog usage;

    /** For the container. */
    public Holds() {}

    Holds(Meters meters, Credits credits, HoldRows rows, UsageLog usage) {
        this.meters = meters;
        this.credits = credits;
        this.rows = rows;
        this.usage = usage;
    }

    /**
     * Sets everything aside, in a transaction of its own.
     *
     * @throws LimitReached when the slots or the quota are used up
     * @throws NoCredits when the balance does not pay for it
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Reservation take(Terms terms, Instant now, Duration lease) {
        takeSlot(terms.caller(), terms.concurrency());
        return add(terms, 1, now, lease);
    }

    /** As {@link #take}, but without a slot, in the caller's transaction. */
    public Reservation takeWaiting(Terms terms, Instant now, Duration lease) {
        return add(terms, 0, now, lease);
    }

    /** Gives what has waited its slot, in a transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void start(Reservation reservation, Terms terms, Instant expires) {
        takeSlot(terms.caller(), terms.concurrency());
        if (!rows.start(reservation.id())) {
            throw new ReservationLost(reservation.id());
        }
        rows.renew(List.of(reservation.id()), expires);
    }

    /**
     * Takes the slot back from work that waits again, whether or not it has one; what else is held stays so until
     * {@code expires}. In a transaction of its own.
     *
     * @return the reservation, unless it has ended; nobody is told of its standing
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Reservation> pause(UUID id, Instant expires) {
        return rows.find(id).map(hold -> {
            if (rows.pause(id)) {
                meters.freeSlots(hold.caller(), 1);
            }
            rows.renew(List.of(id), expires);
            return new Reservation(id, hold.work(), new Standing(0, 0, Duration.ZERO, Duration.ZERO));
        });
    }

    /** Sets more aside for work under way: {@code more} has the terms of what is added alone. In a transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void grow(UUID id, Terms more, Instant now) {
        long quota = more.account().isPresent() && more.quota().isPresent()
                ? more.work().amount()
                : 0;
        if (quota > 0) {
            holdQuota(more, quota, now);
        }
        holdCredits(more);
        if (!rows.grow(id, more.work().amount(), more.cents(), quota)) {
            throw new ReservationLost(id);
        }
    }

    /** Ends a reservation with what was really done, and what that costs, in the caller's transaction. */
    public void settle(UUID id, Work done, long cents, Instant now) {
        Hold hold = ended(id);
        giveBack(hold, hold.quotaFor(done.amount()));
        hold.account().ifPresent(account -> {
            if (cents > 0) {
                credits.charge(account, cents, "charge:" + id, done.kind() + " " + done.model(), now);
            }
            boolean text = done.kind() == Work.Kind.TEXT;
            LocalDate day = LocalDate.ofInstant(hold.created(), ZoneOffset.UTC);
            usage.add(account, day, done.kind().name(), 1, text ? 0 : done.amount(), text ? done.amount() : 0, cents);
        });
    }

    /** Ends a reservation for work that failed; nothing happens when it has ended already. In a transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void release(UUID id) {
        rows.find(id).filter(rows::remove).ifPresent(hold -> giveBack(hold, 0));
    }

    /** Ends a reservation whose lease has expired; whether there was one. In a transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean expire(UUID id, Instant now) {
        return rows.find(id)
                .filter(hold -> rows.removeExpired(hold, now))
                .map(hold -> {
                    giveBack(hold, 0);
                    return true;
                })
                .orElse(false);
    }

    private void takeSlot(CallerName caller, int most) {
        if (!meters.takeSlot(caller, most)) {
            throw new TooManyRequests(new Standing(most, 0, SOON, Duration.ZERO));
        }
    }

    private Reservation add(Terms terms, int slots, Instant now, Duration lease) {
        if (terms.quota().isPresent()) {
            holdQuota(terms, terms.quotaAmount(), now);
        }
        holdCredits(terms);
        Hold hold = Hold.of(UUID.randomUUID(), terms, slots, now);
        rows.add(hold, now.plus(lease));
        return new Reservation(hold.id(), terms.work(), standing(terms, now));
    }

    private void holdQuota(Terms terms, long amount, Instant now) {
        Allowance quota = terms.quota().orElseThrow();
        if (!meters.hold(terms.caller(), quota, amount)) {
            throw new QuotaExceeded(
                    terms.account().isPresent()
                            ? "This month's quota has not enough left for this. Upgrade your plan, or wait for the next month."
                            : "Without a key, " + quota.limit()
                                    + " files a day are transcribed. Sign up for a key, or come back tomorrow.",
                    quota.standing(meters.spoken(terms.caller(), quota), now));
        }
    }

    private void holdCredits(Terms terms) {
        if (terms.cents() > 0 && !credits.hold(terms.account().orElseThrow(), terms.cents())) {
            throw new NoCredits();
        }
    }

    private Standing standing(Terms terms, Instant now) {
        return terms.quota()
                .map(quota -> quota.standing(meters.spoken(terms.caller(), quota), now))
                .orElseGet(() -> new Standing(
                        terms.concurrency(),
                        Math.max(0, terms.concurrency() - meters.taken(terms.caller())),
                        SOON,
                        Duration.ZERO));
    }

    private Hold ended(UUID id) {
        return rows.find(id).filter(rows::remove).orElseThrow(() -> new ReservationLost(id));
    }

    private void giveBack(Hold hold, long used) {
        if (hold.slots() > 0) {
            meters.freeSlots(hold.caller(), hold.slots());
        }
        hold.period().ifPresent(period -> meters.settle(hold.caller(), period, hold.quota(), used));
        if (hold.cents() > 0) {
            credits.release(hold.account().orElseThrow(), hold.cents());
        }
    }
}
