package stt.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.accounts.PersistedAccounts;
import stt.backup.Manifest.StoredTable;
import stt.credits.PersistedCredits;
import stt.database.OlderSchemas;
import stt.database.RowFiller;
import stt.database.Schema;
import stt.database.TestDatabase;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.Word;
import stt.transcripts.PersistedTranscripts;

/** What must hold from one database to another; one subclass for each pair. */
abstract class BackupContract {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.123Z");
    private static final Transcript SPOKEN = new Transcript(
            "base",
            "fr",
            Duration.ofMillis(36_000_123),
            List.of(
                    new Segment(
                            Duration.ofMillis(1_500),
                            Duration.ofMillis(2_250),
                            "\ud83c\udf89 na\u00efve \u6f22\u5b57 \"'\\ \u0000 \u2028",
                            0.1 + 0.2,
                            List.of(new Word("\ud83c\udf89", Duration.ofMillis(1_500), Duration.ofMillis(2_250), 0.5))),
                    new Segment(Duration.ZERO, Duration.ofSeconds(1), "\u6f22".repeat(500_000), 1, List.of())));

    @TempDir
    Path folder;

    private DataSource source;
    private DataSource target;
    private DataFiles before;
    private DataFiles after;
    private Path file;

    /** Where back-ups are from. */
    abstract DataSource from();

    /** Where they go. */
    abstract DataSource to();

    @BeforeEach
    void makePlaces() throws IOException {
        source = from();
        target = to();
        before = files("before");
        after = files("after");
        file = folder.resolve("backup.zip");
        Files.writeString(before.keyFile(), "the key");
        Files.createDirectories(before.recordings().resolve("22"));
        Files.write(before.recordings().resolve("22/recording.flac"), new byte[] {1, 2, 3});
        Files.createDirectories(before.jobs());
        Files.write(before.jobs().resolve("waits"), new byte[] {4, 5});
    }

    @Test
    void everythingIsThereAfterwards() throws Exception {
        String key;
        UUID account;
        UUID transcript;
        try (TestDatabase database = new TestDatabase(source)) {
            account = new PersistedAccounts(database).add("ada@example.org", NOW);
            key = new PersistedAccounts(database).key("ada@example.org", NOW);
            transcript = new PersistedTranscripts(database).keep(account, "party \ud83c\udf89", SPOKEN, NOW);
            new PersistedCredits(database).grant(account, 1_234, "grant:" + account);
            fill(source);
        }

        Manifest manifest = backUp();
        new Restore(target, after).from(file, false);

        assertThat(RowsOf.database(target)).isEqualTo(RowsOf.database(source));
        assertThat(manifest.tables())
                .allSatisfy(table -> assertThat(table.rows()).isGreaterThanOrEqualTo(2));
        try (TestDatabase database = new TestDatabase(target)) {
            assertThat(new PersistedAccounts(database).accountOf(key)).contains(account);
            assertThat(new PersistedTranscripts(database).read(transcript)).isEqualTo(SPOKEN);
            assertThat(new PersistedTranscripts(database).found(account, "naive"))
                    .contains(transcript);
            assertThat(new PersistedCredits(database).cents(account)).isEqualTo(1_234);
            assertThat(database.readEveryEntity()).isGreaterThan(10);
        }
        assertThat(Files.readString(after.keyFile())).isEqualTo("the key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(after.keyFile())))
                .isEqualTo("rw-------");
        assertThat(Files.readAllBytes(after.recordings().resolve("22/recording.flac")))
                .containsExactly(1, 2, 3);
    }

    @Test
    void accountsThatAreThereStayUnlessTheyMayBeReplaced() throws Exception {
        addAccount(source, "new@example.org");
        addAccount(target, "old@example.org");
        Files.writeString(after.keyFile(), "the old key");
        Files.createDirectories(after.recordings());
        Files.writeString(after.recordings().resolve("old"), "of a transcript that goes");
        backUp();
        Map<String, List<String>> old = RowsOf.database(target);

        assertThatExceptionOfType(DatabaseInUse.class).isThrownBy(() -> new Restore(target, after).from(file, false));
        assertThat(RowsOf.database(target)).isEqualTo(old);
        assertThat(Files.readString(after.keyFile())).isEqualTo("the old key");
        assertThat(after.recordings().resolve("old")).exists();

        new Restore(target, after).from(file, true);
        assertThat(RowsOf.database(target)).isEqualTo(RowsOf.database(source));
        assertThat(Files.readString(after.keyFile())).isEqualTo("the key");
        assertThat(after.recordings().resolve("old")).doesNotExist();
    }

    @Test
    void aRestoreThatFailsAtItsEndLeavesEverythingAsItWas() throws Exception {
        new Schema(source).migrate();
        fill(source);
        addAccount(target, "old@example.org");
        fill(target);
        Files.writeString(after.keyFile(), "the old key");
        backUpWithTheLastTableTwice();
        Map<String, List<String>> old = RowsOf.database(target);

        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> new Restore(target, after).from(file, true));

        assertThat(RowsOf.database(target)).isEqualTo(old);
        assertThat(Files.readString(after.keyFile())).isEqualTo("the old key");
        assertThat(folder.resolve("after"))
                .isDirectoryNotContaining(left -> left.toString().contains("restor"));
    }

    @Test
    void aBackUpOfAnOlderSchemaIsBroughtToTheNewest() throws Exception {
        Schema schema = new Schema(source);
        schema.migrateTo("3");
        fill(source);
        Map<String, List<String>> old = RowsOf.database(source);
        assertThat(OlderSchemas.versions(source)).contains("3");
        assertThat(backUp().schema()).isEqualTo("3");

        new Restore(target, after).from(file, false);

        assertThat(new Schema(target).version()).contains(schema.newest());
        Map<String, List<String>> restored = RowsOf.database(target);
        old.forEach((table, rows) -> assertThat(restored.get(table)).as(table).hasSameSizeAs(rows));
        try (TestDatabase database = new TestDatabase(target)) {
            assertThat(database.readEveryEntity()).isGreaterThan(10);
        }
        assertThat(folder.resolve("after"))
                .isDirectoryNotContaining(left -> left.toString().contains("restor"));
    }

    @Test
    void aBackUpIsOfOneMomentWhateverIsWrittenMeanwhile() throws Exception {
        addAccount(source, "before@example.org");
        Map<String, List<String>> moment = RowsOf.database(source);

        try (Connection connection = source.getConnection();
                Snapshot snapshot = new Snapshot(connection)) {
            Table account = snapshot.tables().stream()
                    .filter(table -> table.name().equals("account"))
                    .findFirst()
                    .orElseThrow();
            RowsOf.rows(snapshot.tables().get(0), snapshot);
            addAccount(source, "meanwhile@example.org");
            fill(source);

            for (Table table : snapshot.tables()) {
                assertThat(RowsOf.rows(table, snapshot)).isEqualTo(moment.get(table.name()));
            }
            assertThat(RowsOf.rows(account, snapshot)).hasSize(1);
        }
        assertThat(RowsOf.database(source).get("account")).hasSizeGreaterThan(1);
    }

    private Manifest backUp() throws IOException, SQLException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return new BackUp(source, before).to(out);
        }
    }

    /** Whole by its hashes, and impossible to restore: keys occur twice. */
    private void backUpWithTheLastTableTwice() throws IOException, SQLException {
        try (OutputStream out = Files.newOutputStream(file);
                Connection connection = source.getConnection();
                Snapshot snapshot = new Snapshot(connection)) {
            BackupFile backup = new BackupFile(out);
            List<StoredTable> tables = new ArrayList<>();
            Table last = snapshot.tables().get(snapshot.tables().size() - 1);
            for (Table table : snapshot.tables()) {
                tables.add(backup.add(table, table.equals(last) ? new Twice(snapshot) : snapshot));
            }
            var key = backup.add(DataFiles.KEY, before.keyFile()).orElseThrow();
            backup.end(new Manifest(new Schema(source).newest(), NOW, tables, List.of(key)));
        }
    }

    private record Twice(Content content) implements Content {

        @Override
        public List<Table> tables() {
            return content.tables();
        }

        @Override
        public void read(Table table, Reader reader) throws IOException, SQLException {
            content.read(table, reader);
            content.read(table, reader);
        }
    }

    private DataFiles files(String name) throws IOException {
        Path data = Files.createDirectory(folder.resolve(name));
        return new DataFiles(data, data.resolve("secrets.key"), data.resolve("audio"), data.resolve("jobs"));
    }

    private static void addAccount(DataSource database, String email) {
        try (TestDatabase migrated = new TestDatabase(database)) {
            new PersistedAccounts(migrated).add(email, NOW);
        }
    }

    private static void fill(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new RowFiller(connection, TestDatabase.entityClasses()).fill();
        }
    }
}
