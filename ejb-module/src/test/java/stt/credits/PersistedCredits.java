package stt.credits;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import stt.database.Sql;
import stt.database.TestDatabase;
import stt.usage.UsageLog;

/** Reservations on a test's database, one transaction a call, as the container makes them. */
public final class PersistedCredits {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int CONCURRENCY = 1_000;

    private final TestDatabase database;

    public PersistedCredits(TestDatabase database) {
        this.database = database;
    }

    /** The monthly quota of a free account. */
    static Allowance quota(long millis) {
        return Allowance.ofMonth("TRANSCRIPTION", millis, 1, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static CallerName name(UUID account) {
        return new CallerName("account:" + account);
    }

    /** Work of {@code millis} for {@code cents}, which counts against no quota. */
    static Terms paid(UUID account, long millis, long cents) {
        return new Terms(name(account), Optional.of(account), work(millis), CONCURRENCY, Optional.empty(), cents);
    }

    /** Work of {@code millis} that counts against {@code quota}. */
    static Terms free(UUID account, long millis, Allowance quota) {
        return new Terms(name(account), Optional.of(account), work(millis), CONCURRENCY, Optional.of(quota), 0);
    }

    /** Work that may run {@code concurrency} times at once. */
    static Terms atOnce(UUID account, int concurrency) {
        return new Terms(name(account), Optional.of(account), work(1), concurrency, Optional.empty(), 0);
    }

    static Work work(long millis) {
        return Work.transcription("base", Duration.ofMillis(millis));
    }

    public void grant(UUID account, long cents, String reference) {
        inTransaction(entities -> {
            new Credits(entities).open(account);
            return true;
        });
        inTransaction(entities -> {
            new Credits(entities).grant(account, cents, reference, "test", NOW);
            return true;
        });
    }

    Reservation take(Terms terms) {
        open(terms);
        return inTransaction(entities -> holds(entities).take(terms, NOW, LEASE));
    }

    /** Makes the rows, as often as it takes: others may make them at the same time. */
    void open(Terms terms) {
        Opening.of(() -> once(entities -> new Meters(entities).open(terms.caller())));
        terms.quota()
                .ifPresent(
                        quota -> Opening.of(() -> once(entities -> new Meters(entities).open(terms.caller(), quota))));
        terms.account().ifPresent(account -> {
            Opening.of(() -> once(entities -> new Credits(entities).open(account)));
            Opening.of(() -> once(entities ->
                    new UsageLog(entities).open(account, LocalDate.ofInstant(NOW, ZoneOffset.UTC), "TRANSCRIPTION")));
        });
    }

    void settle(Reservation reservation, long millis, long cents) {
        once(entities -> holds(entities).settle(reservation.id(), work(millis), cents, NOW));
    }

    void release(Reservation reservation) {
        once(entities -> holds(entities).release(reservation.id()));
    }

    void grow(Reservation reservation, Terms more) {
        once(entities -> holds(entities).grow(reservation.id(), more, NOW));
    }

    boolean expire(Reservation reservation, Instant now) {
        return inTransaction(entities -> holds(entities).expire(reservation.id(), now));
    }

    void renew(Reservation reservation, Instant expires) {
        once(entities -> new HoldRows(entities).renew(java.util.List.of(reservation.id()), expires));
    }

    int expired(Instant now) {
        return inTransaction(
                entities -> new HoldRows(entities).expired(now, 1_000).size());
    }

    /** The balance, which the ledger must sum up to. */
    public long cents(UUID account) {
        long cents = balance(account).cents();
        long sum = number("select sum(cents) from credit_entry where account_id = ?", account);
        if (sum != cents) {
            throw new IllegalStateException("the ledger's sum is " + sum + ", the balance " + cents);
        }
        return cents;
    }

    Balance balance(UUID account) {
        return inTransaction(entities -> new Credits(entities).balance(account));
    }

    int slots(UUID account) {
        return inTransaction(entities -> new Meters(entities).taken(name(account)));
    }

    long spoken(UUID account, Allowance quota) {
        return inTransaction(entities -> new Meters(entities).spoken(name(account), quota));
    }

    long number(String select, UUID account) {
        return inTransaction(entities -> Sql.number(entities, select, account.toString()))
                .orElse(0L);
    }

    private void once(java.util.function.Consumer<EntityManager> work) {
        inTransaction(entities -> {
            work.accept(entities);
            return true;
        });
    }

    private <T> T inTransaction(Function<EntityManager, T> work) {
        return database.inTransaction(work);
    }

    private static Holds holds(EntityManager entities) {
        return new Holds(new Meters(entities), new Credits(entities), new HoldRows(entities), new UsageLog(entities));
    }
}
