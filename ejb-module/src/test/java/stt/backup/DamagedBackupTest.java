package stt.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.accounts.PersistedAccounts;
import stt.database.TestDatabase;

/** A file that is not a whole back-up of a known version is refused before anything is changed. */
class DamagedBackupTest {

    @TempDir
    Path folder;

    private byte[] backup = {};
    private DataSource target;

    @BeforeEach
    void makesABackup() throws IOException, SQLException {
        DataSource source = H2File.in(folder);
        try (TestDatabase database = new TestDatabase(source)) {
            new PersistedAccounts(database).add("ada@example.org", Instant.EPOCH);
        }
        DataFiles files = files("before");
        Files.createDirectories(files.dataFolder());
        Files.writeString(files.keyFile(), "the key");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BackUp(source, files).to(out);
        backup = out.toByteArray();
        target = H2File.in(folder);
    }

    @Test
    void refusesOneThatIsCutOffAnywhere() throws Exception {
        Path file = folder.resolve("cut.zip");
        for (int length = 0; length < backup.length; length += 31) {
            Files.write(file, Arrays.copyOf(backup, length));
            assertThatExceptionOfType(UnusableBackup.class)
                    .as("%d bytes of %d", length, backup.length)
                    .isThrownBy(() -> StoredBackup.open(file).verify());
        }
        refuses(Arrays.copyOf(backup, backup.length - 1), ".*is no back-up, or its end is missing.*");
    }

    @Test
    void refusesOneWithAnyEntryChanged() throws Exception {
        Path file = folder.resolve("changed.zip");
        for (String entry : entries(backup).keySet()) {
            if (!entry.equals(Manifest.ENTRY)) {
                Files.write(file, changed(entry, text -> text + " "));
                try (StoredBackup changed = StoredBackup.open(file)) {
                    assertThatExceptionOfType(UnusableBackup.class)
                            .isThrownBy(changed::verify)
                            .withMessageContaining("is damaged: its part " + entry);
                }
            }
        }
        refuses(changed("tables/account.json", text -> text + " "), ".*is damaged: its part tables/account.json .*");
    }

    @Test
    void refusesOneWithAnEntryMissing() throws Exception {
        Map<String, byte[]> entries = entries(backup);
        entries.remove("tables/account.json");

        refuses(zip(entries), ".*is damaged: its part tables/account.json .*");
    }

    @Test
    void refusesOneWhoseBytesWereFlipped() throws Exception {
        byte[] flipped = backup.clone();
        flipped[60] ^= 0x10;

        refuses(flipped, ".*is damaged.*");
    }

    @Test
    void refusesOneOfANewerSchema() throws Exception {
        refuses(
                changed(Manifest.ENTRY, text -> text.replaceFirst("\"schema\":\"[^\"]+\"", "\"schema\":\"999\"")),
                ".*has schema version 999, and this program knows none after .*");
    }

    @Test
    void refusesOneInANewerForm() throws Exception {
        refuses(
                changed(Manifest.ENTRY, text -> text.replace("\"format\":1", "\"format\":2")),
                ".*was made by a newer version of this program.");
    }

    @Test
    void refusesAFileThatWouldLieOutsideOfItsFolder() throws Exception {
        Map<String, byte[]> entries = entries(backup);
        entries.put("files/audio/../../outside", entries.get("files/secrets.key"));
        entries.put(
                Manifest.ENTRY,
                new String(entries.get(Manifest.ENTRY), StandardCharsets.UTF_8)
                        .replace("\"secrets.key\"", "\"audio/../../outside\"")
                        .getBytes(StandardCharsets.UTF_8));

        refuses(zip(entries), ".*has a file that belongs nowhere: .*");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoBackUp() throws Exception {
        refuses("no back-up".getBytes(StandardCharsets.US_ASCII), ".*is no back-up.*");
        refuses(zip(Map.of("a", new byte[3])), ".*is no back-up: it has no manifest.");
        refuses(
                zip(Map.of(Manifest.ENTRY, "{}".getBytes(StandardCharsets.US_ASCII))),
                ".*is no back-up: its manifest cannot be read.");
    }

    private void refuses(byte[] content, String sentence) throws IOException {
        Path file = Files.write(folder.resolve("damaged.zip"), content);
        DataFiles files = files("after");

        assertThatExceptionOfType(UnusableBackup.class)
                .isThrownBy(() -> new Restore(target, files).from(file, true))
                .withMessageMatching(sentence);
        assertThat(files.keyFile()).doesNotExist();
        assertThat(RowsOf.database(target).getOrDefault("account", List.of())).isEmpty();
    }

    private DataFiles files(String name) {
        Path data = folder.resolve(name);
        return new DataFiles(data, data.resolve("secrets.key"), data.resolve("audio"), data.resolve("jobs"));
    }

    private byte[] changed(String entry, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> entries = entries(backup);
        entries.computeIfPresent(entry, (name, bytes) -> change.apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
