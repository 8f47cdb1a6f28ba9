package stt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stt.accounts.PersistedAccounts;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.Word;
import stt.transcripts.PersistedTranscripts;

/** What must hold on every database; one subclass for each. The tests share a schema, and have an account each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseContract {

    private static final Instant NOW =
            Instant.parse("2026-03-29T02:30:00.123Z"); // skipped by daylight saving in Berlin

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
    void anUpToDateSchemaIsLeftAlone() {
        assertThat(Migrate.toNewest(database.source()).migrationsExecuted).isZero();
    }

    @Test
    void anAddressBelongsToOneAccountInWhateverCase() {
        accounts.add("Ada@Example.org", NOW);

        assertThatThrownBy(() -> accounts.add("ada@example.ORG", NOW)).hasMessageContaining("already");
        assertThat(accounts.find("ADA@example.org")).isPresent();
    }

    @Test
    void addressesThatOnlyLookAlikeAreDifferent() {
        accounts.add("andre@example.org", NOW);

        assertThat(accounts.find("andr\u00e9@example.org")).isEmpty();
    }

    @Test
    void aDuplicateThatOnlyTheDatabaseSeesIsTheSameError() {
        UUID first = accounts.add("bob@example.org", NOW);

        assertThat(accounts.addUnseen("bob@example.org", NOW)).isEqualTo("EmailTaken");
        assertThat(first).isNotNull();
    }

    @Test
    void aKeyAdmitsItsAccountUntilItIsRevoked() {
        UUID account = accounts.add("cleo@example.org", NOW);
        String key = accounts.key("cleo@example.org", NOW);

        assertThat(accounts.accountOf(key)).contains(account);
        accounts.revoke(key, NOW);
        assertThat(accounts.accountOf(key)).isEmpty();
    }

    @Test
    void aUseIsWrittenDownOnceAMinute() {
        accounts.add("dora@example.org", NOW);
        String key = accounts.key("dora@example.org", NOW);

        accounts.use(key, NOW);
        accounts.use(key, NOW.plusSeconds(59));
        assertThat(accounts.lastUse(key)).contains(NOW);
        accounts.use(key, NOW.plusSeconds(60));
        assertThat(accounts.lastUse(key)).contains(NOW.plusSeconds(60));
    }

    @Test
    void timesSurviveTheHourThatDaylightSavingSkips() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            accounts.add("emil@example.org", NOW);
            assertThat(accounts.find("emil@example.org").orElseThrow().createdAt())
                    .isEqualTo(NOW);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aTranscriptComesBackAsItWasKept() {
        UUID account = accounts.add("fay@example.org", NOW);
        Word word = new Word("\ud83c\udf89 na\u00efve", Duration.ofMillis(1_500), Duration.ofMillis(2_250), 0.5);
        Segment segment = new Segment(
                Duration.ofMillis(1_500),
                Duration.ofMillis(2_250),
                "\ud83c\udf89 na\u00efve \u6f22\u5b57",
                0.25,
                List.of(word));
        Transcript transcript = new Transcript("base", "fr", Duration.ofMillis(36_000_123), List.of(segment, segment));

        UUID id = transcripts.keep(account, "party \ud83c\udf89.mp3", transcript, NOW);

        assertThat(transcripts.title(id)).isEqualTo("party \ud83c\udf89.mp3");
        assertThat(transcripts.read(id)).isEqualTo(transcript);
    }

    @Test
    void aLongSegmentIsKeptWhole() {
        UUID account = accounts.add("gus@example.org", NOW);
        String text = "\u6f22".repeat(50_000);
        Transcript transcript = new Transcript(
                "base",
                "zh",
                Duration.ofSeconds(1),
                List.of(new Segment(Duration.ZERO, Duration.ofSeconds(1), text, 1, List.of())));

        UUID id = transcripts.keep(account, "long", transcript, NOW);

        assertThat(transcripts.read(id).segments().get(0).text()).isEqualTo(text);
    }

    /** A table that a later migration adds and that does not say so would keep accounts from being closed. */
    @Test
    void whateverRefersToAnAccountGoesWithIt() throws SQLException {
        List<String> staying = new ArrayList<>();
        int referring = 0;
        try (Connection connection = database.source().getConnection()) {
            for (String account : List.of("account", "ACCOUNT")) {
                ResultSet keys = connection
                        .getMetaData()
                        .getExportedKeys(connection.getCatalog(), connection.getSchema(), account);
                for (; keys.next(); referring++) {
                    if (keys.getInt("DELETE_RULE") != DatabaseMetaData.importedKeyCascade) {
                        staying.add(keys.getString("FKTABLE_NAME"));
                    }
                }
            }
        }

        assertThat(referring).isGreaterThanOrEqualTo(10);
        assertThat(staying).as("tables without on delete cascade").isEmpty();
    }

    @Test
    void segmentsGoWithTheirTranscript() throws SQLException {
        UUID account = accounts.add("hal@example.org", NOW);
        Transcript transcript = new Transcript(
                "base",
                "en",
                Duration.ofSeconds(1),
                List.of(new Segment(Duration.ZERO, Duration.ofSeconds(1), "Hello.", 1, List.of())));
        UUID id = transcripts.keep(account, "hello", transcript, NOW);

        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from transcript where id = '" + id + "'");
            ResultSet left = statement.executeQuery("select count(*) from segment where transcript_id = '" + id + "'");
            left.next();
            assertThat(left.getInt(1)).isZero();
        }
    }
}
