package stt.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stt.credits.PersistedCredits.NOW;
import static stt.credits.PersistedCredits.atOnce;
import static stt.credits.PersistedCredits.free;
import static stt.credits.PersistedCredits.paid;
import static stt.credits.PersistedCredits.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stt.accounts.PersistedAccounts;
import stt.database.TestDatabase;

/** What must hold on every database, also when many ask at once. Every test has an account of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CreditsContract {

    private static final int PARALLEL = 24;
    private static final String LEDGER = "select sum(cents) from credit_entry where account_id = ?";

    private TestDatabase database;
    private PersistedCredits credits;
    private PersistedAccounts accounts;

    abstract DataSource empty();

    @BeforeAll
    void migrate() {
        database = new TestDatabase(empty());
        credits = new PersistedCredits(database);
        accounts = new PersistedAccounts(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aBalanceForSevenPaysExactlySevenOfManyAtOnce() throws InterruptedException {
        UUID account = account();
        credits.grant(account, 7 * 30 + 29, "grant:" + account);

        List<Reservation> taken = inParallel(() -> credits.take(paid(account, 1_000, 30)), NoCredits.class);

        assertThat(taken).hasSize(7);
        assertThat(credits.balance(account)).isEqualTo(new Balance(239, 210));
        inParallel(taken.stream()
                .map(reservation -> settling(reservation, 1_000, 30))
                .toList());
        assertThat(credits.balance(account)).isEqualTo(new Balance(29, 0));
        assertThat(credits.number(LEDGER, account)).isEqualTo(29);
        assertThat(credits.slots(account)).isZero();
    }

    @Test
    void aQuotaForFiveServesExactlyFiveOfManyAtOnce() throws InterruptedException {
        UUID account = account();
        Allowance quota = quota(5_500);

        List<Reservation> taken = inParallel(() -> credits.take(free(account, 1_100, quota)), QuotaExceeded.class);

        assertThat(taken).hasSize(5);
        assertThat(credits.spoken(account, quota)).isEqualTo(5_500);
        assertThat(credits.slots(account)).isEqualTo(5);
    }

    @Test
    void noMoreRunAtOnceThanMay() throws InterruptedException {
        UUID account = account();

        List<Reservation> taken = inParallel(() -> credits.take(atOnce(account, 3)), TooManyRequests.class);

        assertThat(taken).hasSize(3);
        credits.release(taken.get(0));
        assertThat(credits.take(atOnce(account, 3)).standing().remaining()).isZero();
        assertThatThrownBy(() -> credits.take(atOnce(account, 3))).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void aRefusedReservationLeavesNothingBehind() {
        UUID account = account();
        credits.grant(account, 10, "grant:" + account);

        assertThatExceptionOfType(NoCredits.class).isThrownBy(() -> credits.take(paid(account, 1_000, 11)));
        assertThat(credits.slots(account)).isZero();
        assertThat(credits.balance(account)).isEqualTo(new Balance(10, 0));
    }

    @Test
    void whatIsNotUsedGoesBackWhenWorkIsSettled() {
        UUID account = account();
        Allowance quota = quota(10_000);
        Reservation reservation = credits.take(free(account, 9_000, quota));

        credits.settle(reservation, 2_500, 0);

        assertThat(credits.spoken(account, quota)).isEqualTo(2_500);
        assertThat(credits.number("select millis from usage_day where account_id = ?", account))
                .isEqualTo(2_500);
        assertThat(credits.number("select requests from usage_day where account_id = ?", account))
                .isEqualTo(1);
    }

    @Test
    void workThatFailedCostsNothing() {
        UUID account = account();
        credits.grant(account, 100, "grant:" + account);
        Reservation reservation = credits.take(paid(account, 1_000, 60));

        credits.release(reservation);
        credits.release(reservation);

        assertThat(credits.balance(account)).isEqualTo(new Balance(100, 0));
        assertThat(credits.slots(account)).isZero();
        assertThat(credits.number("select requests from usage_day where account_id = ?", account))
                .isZero();
    }

    @Test
    void aReservationIsSettledOnceHoweverManyTry() throws InterruptedException {
        UUID account = account();
        credits.grant(account, 100, "grant:" + account);
        Reservation reservation = credits.take(paid(account, 1_000, 30));

        List<Boolean> settled = inParallel(settling(reservation, 1_000, 30), ReservationLost.class);

        assertThat(settled).hasSize(1);
        assertThat(credits.balance(account)).isEqualTo(new Balance(70, 0));
        assertThat(credits.number(LEDGER, account)).isEqualTo(70);
    }

    @Test
    void aReservationWhoseNodeDiedExpiresOnceHoweverManyNodesSweep() throws InterruptedException {
        UUID account = account();
        credits.grant(account, 100, "grant:" + account);
        Reservation reservation = credits.take(paid(account, 1_000, 30));

        assertThat(credits.expire(reservation, NOW.plusSeconds(59))).isFalse();
        List<Boolean> expired = inParallel(() -> credits.expire(reservation, NOW.plusSeconds(60)), Never.class);

        assertThat(expired).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(credits.balance(account)).isEqualTo(new Balance(100, 0));
        assertThat(credits.slots(account)).isZero();
        assertThatThrownBy(() -> credits.settle(reservation, 1_000, 30)).isInstanceOf(ReservationLost.class);
    }

    @Test
    void aRenewedLeaseDoesNotExpire() {
        UUID account = account();
        Reservation reservation = credits.take(atOnce(account, 1));

        credits.renew(reservation, NOW.plusSeconds(120));

        assertThat(credits.expire(reservation, NOW.plusSeconds(119))).isFalse();
        assertThat(credits.slots(account)).isEqualTo(1);
    }

    @Test
    void whatTurnsOutLongerIsReservedAsItComes() {
        UUID account = account();
        credits.grant(account, 100, "grant:" + account);
        Reservation reservation = credits.take(paid(account, 1_000, 60));

        credits.grow(reservation, paid(account, 500, 40));

        assertThat(credits.balance(account)).isEqualTo(new Balance(100, 100));
        assertThatThrownBy(() -> credits.grow(reservation, paid(account, 500, 1)))
                .isInstanceOf(NoCredits.class);
        credits.settle(reservation, 1_500, 90);
        assertThat(credits.balance(account)).isEqualTo(new Balance(10, 0));
    }

    @Test
    void aGrantByTheSameReferenceIsRefusedAndChangesNothing() {
        UUID account = account();
        credits.grant(account, 100, "grant:" + account);

        assertThatThrownBy(() -> credits.grant(account, 100, "grant:" + account))
                .isNotNull();
        assertThat(credits.balance(account)).isEqualTo(new Balance(100, 0));
        assertThat(credits.number(LEDGER, account)).isEqualTo(100);
    }

    private UUID account() {
        return accounts.add(UUID.randomUUID() + "@example.org", NOW);
    }

    private Callable<Boolean> settling(Reservation reservation, long millis, long cents) {
        return () -> {
            credits.settle(reservation, millis, cents);
            return true;
        };
    }

    private static final class Never extends RuntimeException {}

    /** Does the same in many threads at once; the results of those that were not refused. Anything else fails. */
    private static <T> List<T> inParallel(Callable<T> work, Class<? extends RuntimeException> refusal)
            throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> done :
                run(IntStream.range(0, PARALLEL).mapToObj(i -> work).toList())) {
            try {
                results.add(done.get());
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(refusal);
            }
        }
        return results;
    }

    private static <T> void inParallel(List<Callable<T>> works) throws InterruptedException {
        for (Future<T> done : run(works)) {
            assertThat(done).succeedsWithin(java.time.Duration.ofMinutes(1));
        }
    }

    private static <T> List<Future<T>> run(List<Callable<T>> works) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> all = works.stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            start.countDown();
            for (Future<T> one : all) {
                try {
                    one.get();
                } catch (ExecutionException looksAtLater) {
                    assertThat(looksAtLater.getCause()).isNotNull();
                }
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}
