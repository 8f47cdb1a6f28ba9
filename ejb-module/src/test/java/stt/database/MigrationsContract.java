package stt.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import stt.accounts.PersistedAccounts;
import stt.inference.api.Segment;
import stt.inference.api.Word;
import stt.transcripts.PersistedTranscripts;

/** Databases with data in them survive the way from each version of the schema to the newest; one subclass for each database. */
abstract class MigrationsContract {

    private static final String ACCOUNT = "11111111-1111-4111-8111-111111111111";
    private static final String TRANSCRIPT = "22222222-2222-4222-8222-222222222222";

    abstract DataSource empty();

    /** Version 1 is the first that was released: here with what it had, spelled out. */
    @Test
    void whatVersion1HeldIsUsableInTheNewest() throws SQLException {
        DataSource source = empty();
        new Schema(source).migrateTo("1");
        String key;
        try (Connection connection = source.getConnection()) {
            key = insertVersion1(connection);
        }

        try (TestDatabase database = new TestDatabase(source)) {
            PersistedAccounts accounts = new PersistedAccounts(database);
            PersistedTranscripts transcripts = new PersistedTranscripts(database);
            UUID account = UUID.fromString(ACCOUNT);
            assertThat(accounts.find("ADA@example.org").orElseThrow().createdAt())
                    .isEqualTo(Instant.ofEpochMilli(1_000));
            assertThat(accounts.accountOf(key)).contains(account);
            assertThat(transcripts.title(UUID.fromString(TRANSCRIPT))).isEqualTo("party \ud83c\udf89.mp3");
            assertThat(transcripts.read(UUID.fromString(TRANSCRIPT)).segments())
                    .containsExactly(new Segment(
                            Duration.ofMillis(1_500),
                            Duration.ofMillis(2_250),
                            "\ud83c\udf89 na\u00efve",
                            0.25,
                            List.of(new Word(
                                    "\ud83c\udf89", Duration.ofMillis(1_500), Duration.ofMillis(2_000), 0.5))));
            assertThat(transcripts.found(account, "naive")).containsExactly(UUID.fromString(TRANSCRIPT));
        }
    }

    /** In each version, also those that were never released alone: every table has rows. */
    @TestFactory
    List<DynamicTest> everyRowOfAnEarlierVersionIsThereInTheNewest() {
        List<String> versions = OlderSchemas.versions(empty());
        List<DynamicTest> tests = new ArrayList<>();
        for (String version : versions.subList(0, versions.size() - 1)) {
            tests.add(DynamicTest.dynamicTest("from version " + version, () -> migrates(version)));
        }
        return tests;
    }

    private void migrates(String version) throws SQLException {
        DataSource source = empty();
        Schema schema = new Schema(source);
        schema.migrateTo(version);
        assertThat(schema.version()).contains(version);
        Map<String, Long> before;
        try (Connection connection = source.getConnection()) {
            before = new RowFiller(connection, TestDatabase.entityClasses()).fill();
        }

        try (TestDatabase database = new TestDatabase(source);
                Connection connection = source.getConnection()) {
            assertThat(schema.version()).contains(schema.newest());
            Map<String, Long> after = RowFiller.counts(connection);
            before.forEach((table, rows) -> assertThat(after.get(table))
                    .as("rows of %s", table)
                    .isNotNull()
                    .isGreaterThanOrEqualTo(rows));
            assertThat(database.readEveryEntity()).isGreaterThanOrEqualTo(2);
        }
    }

    private static String insertVersion1(Connection connection) throws SQLException {
        insert(
                connection,
                "insert into account (id, email, name, role, plan, password_hash, created_at) values (?, ?, ?, ?, ?, ?, ?)",
                ACCOUNT,
                "ada@example.org",
                "Ada",
                "USER",
                "PAID",
                "hash",
                1_000L);
        String key = PersistedAccounts.newKey();
        insert(
                connection,
                "insert into api_key (id, account_id, name, prefix, secret_hash, created_at) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                ACCOUNT,
                "first",
                key.substring(0, 10),
                PersistedAccounts.hash(key),
                1_000L);
        insert(
                connection,
                "insert into transcript (id, account_id, title, status, model, language, duration_ms, created_at, completed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                TRANSCRIPT,
                ACCOUNT,
                "party \ud83c\udf89.mp3",
                "COMPLETED",
                "base",
                "fr",
                36_000L,
                1_000L,
                2_000L);
        insert(
                connection,
                "insert into segment (transcript_id, ordinal, start_ms, end_ms, text, confidence, words) values (?, ?, ?, ?, ?, ?, ?)",
                TRANSCRIPT,
                0,
                1_500L,
                2_250L,
                "\ud83c\udf89 na\u00efve",
                0.25,
                "[[\"\ud83c\udf89\",1500,2000,0.5]]");
        return key;
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
