package stt.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.accounts.PersistedAccounts;

/** The default database, with the settings that it has by default. */
class KilledH2Test {

    private static final int KILLS = 5;
    private static final int COMMITS_BEFORE = 150;

    @TempDir
    Path folder;

    @Test
    void hasEverythingThatWasCommittedWhenItsProcessIsKilledWhileFourThreadsWrite() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl(defaultUrl());
        database.setUser("stt");
        database.setPassword("");
        UUID account;
        try (TestDatabase migrated = new TestDatabase(database)) {
            account = new PersistedAccounts(migrated).add("ada@example.org", Instant.EPOCH);
        }
        Set<String> acknowledged = new HashSet<>();
        for (int i = 0; i < KILLS; i++) {
            acknowledged.addAll(committedUntilKilled(account, COMMITS_BEFORE + 17 * i));

            try (Connection connection = database.getConnection()) {
                assertThat(ids(connection, "select id from transcript")).containsAll(acknowledged);
                assertThat(
                                ids(
                                        connection,
                                        "select t.id from transcript t where (select count(*) from segment s where s.transcript_id = t.id) <> 20"))
                        .isEmpty();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * COMMITS_BEFORE);
    }

    private List<String> committedUntilKilled(UUID account, int commits) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        defaultUrl(),
                        account.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> committed = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String id = output.readLine(); id != null; id = output.readLine()) {
                if (id.length() == account.toString().length()) { // not one that the kill has cut off
                    committed.add(id);
                }
                if (committed.size() == commits) {
                    process.toHandle().destroyForcibly(); // leaves what it has printed to be read
                }
            }
        }
        process.waitFor();
        return committed;
    }

    private String defaultUrl() throws IOException {
        Properties defaults = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(
                System.getProperty("stt.repository"),
                "payara-config/src/main/resources/META-INF/microprofile-config.properties"))) {
            defaults.load(file);
        }
        return defaults.getProperty("stt.database.url").replace("${stt.data.dir}", folder.toString());
    }

    private static Set<String> ids(Connection connection, String select) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
