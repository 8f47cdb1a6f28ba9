package stt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stt.accounts.PersistedAccounts;
import stt.database.Sql;
import stt.database.TestDatabase;
import stt.inference.api.Transcript;
import stt.transcripts.PersistedTranscripts;

/** How long transcripts are kept, on every database; one subclass for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RetentionContract {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private TestDatabase database;
    private PersistedAccounts accounts;
    private PersistedTranscripts transcripts;

    abstract DataSource empty();

    @BeforeAll
    void migrate() {
        database = new TestDatabase(empty());
        accounts = new PersistedAccounts(database);
        transcripts = new PersistedTranscripts(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void nothingExpiresUntilSomebodyDecides() {
        UUID account = account();
        UUID old = transcript(account, Duration.ofDays(10_000));

        assertThat(expired(0)).doesNotContain(old);
    }

    @Test
    void whatIsOlderThanTheOperatorsDaysExpires() {
        UUID account = account();
        UUID old = transcript(account, Duration.ofDays(30).plusMillis(1));
        UUID young = transcript(account, Duration.ofDays(30));

        assertThat(expired(30)).contains(old).doesNotContain(young);
    }

    @Test
    void anAccountMayWantLessToBeKeptAndNotMore() {
        UUID strict = account();
        UUID lax = account();
        decide(strict, 7);
        decide(lax, 365);
        UUID ofStrict = transcript(strict, Duration.ofDays(8));
        UUID ofLax = transcript(lax, Duration.ofDays(31));

        assertThat(expired(0)).contains(ofStrict).doesNotContain(ofLax);
        assertThat(expired(30)).contains(ofStrict, ofLax);
        decide(strict, null);
        assertThat(expired(0)).doesNotContain(ofStrict);
    }

    @Test
    void whatIsNotDoneYetIsLeftAlone() {
        UUID account = account();
        UUID waiting = transcripts.enqueue(account, "waiting", NOW.minus(Duration.ofDays(400)));

        assertThat(expired(1)).doesNotContain(waiting);
    }

    @Test
    void theTurnIsOneCallersAtATime() {
        Duration hour = Duration.ofHours(1);

        assertThat(claim(NOW, hour)).isTrue();
        assertThat(claim(NOW.plusSeconds(1), hour)).isFalse();
        assertThat(claim(NOW.plus(hour), hour)).isTrue();
    }

    private UUID account() {
        return accounts.add(UUID.randomUUID() + "@example.org", NOW);
    }

    private UUID transcript(UUID account, Duration age) {
        return transcripts.keep(
                account, "old", new Transcript("base", "en", Duration.ofSeconds(1), List.of()), NOW.minus(age));
    }

    private void decide(UUID account, @Nullable Integer days) {
        database.inTransaction(entities ->
                Sql.update(entities, "update account set retention_days = ?1 where id = ?2", days, account.toString()));
    }

    private List<UUID> expired(int everybody) {
        return with(everybody, retention -> retention.expired(NOW, 1_000)).stream()
                .map(Retention.Expired::transcript)
                .toList();
    }

    private boolean claim(Instant now, Duration every) {
        return with(0, retention -> retention.claim(now, every));
    }

    private <T> T with(int everybody, Function<Retention, T> work) {
        return database.inTransaction((EntityManager entities) -> work.apply(new Retention(entities, everybody)));
    }
}
