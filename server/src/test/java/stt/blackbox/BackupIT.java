package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./stt backup} and {@code ./stt restore}, as an operator runs them. */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {

    private static final String SECRET = "what webhook secrets are sealed with";

    private final Path folder;
    private final Path stt;
    private final Path data;
    private final Path backup;
    private final int port;
    private final List<String> saidOfBackup;
    private final List<String> saidOfRestoreUnderAServer;
    private final String key;

    /** A server that has transcribed something is backed up while it runs. */
    BackupIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.stt = installCommand(folder);
        this.data = folder.resolve("data");
        this.backup = folder.resolve("my back-up.zip");
        this.port = ServerUnderTest.freePort();
        Files.createDirectories(data);
        Files.writeString(data.resolve("secrets.key"), SECRET);
        try (ServerUnderTest server = ServerUnderTest.start(data, port, Map.of("STT_INFERENCE_PRELOAD", "tiny.en"))) {
            key = server.awaitLine("  API key ")
                    .substring("  API key ".length())
                    .strip();
            server.awaitLine("Stop with");
            assertThat(Api.of(server.base(), key)
                            .transcribe(new Multipart().file(JFK).field("model", "tiny.en"))
                            .statusCode())
                    .isEqualTo(200);
            saidOfBackup = stt(data, Map.of(), "backup", backup.toString());
            saidOfRestoreUnderAServer = stt(data, Map.of(), "restore", backup.toString(), "--force");
        }
    }

    @Test
    void isMadeWhileTheServerRunsForThisUserAlone() throws IOException {
        assertThat(saidOfBackup).hasSize(2).last().isEqualTo("0");
        assertThat(saidOfBackup.get(0)).startsWith("Backed up 1 account, 1 transcript and 1 file, ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void nothingIsRestoredUnderARunningServer() {
        assertRefused(saidOfRestoreUnderAServer, "Another server is running on the data folder");
    }

    @Test
    void aRestoredServerKnowsKeysAndTranscripts() throws Exception {
        Path restored = folder.resolve("restored");
        List<String> said = stt(restored, Map.of(), "restore", backup.toString());
        assertThat(said).last().isEqualTo("0");
        assertThat(said.get(0)).startsWith("Restored 1 account, 1 transcript and 1 file, as they were at ");
        assertThat(Files.readString(restored.resolve("secrets.key"))).isEqualTo(SECRET);

        try (ServerUnderTest server =
                ServerUnderTest.start(restored, port, Map.of("STT_INFERENCE_PRELOAD", "tiny.en"))) {
            server.awaitLine("Stop with");
            assertThat(server.printed()).noneMatch(line -> line.contains("API key"));
            assertThat(Api.of(server.base(), key).get("/v1/models").statusCode())
                    .isEqualTo(200);
            assertThat(Api.of(server.base(), key)
                            .transcribe(new Multipart().file(JFK).field("model", "tiny.en"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.stop()).isZero();
        }
        assertThat(transcripts(h2(restored), "stt")).isEqualTo(2);

        assertRefused(
                stt(restored, Map.of(), "restore", backup.toString()), "The database is not empty: it has 1 account.");
        assertThat(transcripts(h2(restored), "stt")).isEqualTo(2);
        assertThat(stt(restored, Map.of(), "restore", "--force", backup.toString()))
                .last()
                .isEqualTo("0");
        assertThat(transcripts(h2(restored), "stt")).isEqualTo(1);
    }

    @Test
    void isMadeOfAStoppedServerToo() throws Exception {
        Path offline = folder.resolve("offline.zip");

        assertThat(stt(data, Map.of(), "backup", offline.toString()))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Backed up 1 account, 1 transcript and 1 file, ");
        assertRefused(stt(data, Map.of(), "backup", offline.toString()), "offline.zip exists already");
    }

    @Test
    void oneThatIsCutOffIsRefusedInOneSentence() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        Path fresh = folder.resolve("fresh");

        assertRefused(stt(fresh, Map.of(), "restore", cut.toString()), "is no back-up, or its end is missing.");
        assertRefused(stt(fresh, Map.of(), "restore", "/no/such.zip"), "There is no file /no/such.zip.");
        assertThat(fresh.resolve("secrets.key")).doesNotExist();
    }

    /** This is also how to move from the one to the other. */
    @Test
    @Tag("mariadb")
    void goesFromH2ToMariaDbAndBack() throws Exception {
        Path place = Files.createDirectory(folder.resolve("place"));
        try (MariaDbUnderTest mariaDb = MariaDbUnderTest.start(place)) {
            Map<String, String> environment = Map.of(
                    "STT_DATABASE_CLASS", "com.mysql.cj.jdbc.MysqlXADataSource",
                    "STT_DATABASE_URL", mariaDb.url(),
                    "STT_DATABASE_USER", "root");
            Path node = folder.resolve("node");
            assertThat(stt(node, environment, "restore", backup.toString()))
                    .last()
                    .isEqualTo("0");
            assertThat(transcripts(mariaDb.url(), "root")).isEqualTo(1);

            Path back = folder.resolve("back.zip");
            assertThat(stt(node, environment, "backup", back.toString())).last().isEqualTo("0");
            assertThat(stt(folder.resolve("again"), Map.of(), "restore", back.toString()))
                    .last()
                    .isEqualTo("0");
            assertThat(transcripts(h2(folder.resolve("again")), "stt")).isEqualTo(1);
        }
    }

    private static String h2(Path data) {
        return "jdbc:h2:file:" + data.resolve("database/stt");
    }

    private static long transcripts(String url, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from transcript")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The command beside the built server, and no source, so that nothing is ever out of date. */
    private static Path installCommand(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        Path target = Files.createDirectories(root.resolve("server/target"));
        Files.createSymbolicLink(target.resolve("stt-server.jar"), Path.of(System.getProperty("stt.server.jar")));
        return Files.copy(
                Path.of(System.getProperty("stt.repository"), "stt"),
                root.resolve("stt"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** What it printed, line by line, and its exit code as the last. */
    private List<String> stt(Path dataFolder, Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", stt.toString()));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> all = new HashMap<>(environment);
        all.put("JAVA_HOME", System.getProperty("java.home"));
        all.put("STT_DATA_DIR", dataFolder.toString());
        all.put("STT_MODELS_DIR", System.getProperty("stt.models.dir"));
        all.put("STT_PORT", Integer.toString(port));
        process.environment().putAll(all);
        Process running = process.start();
        running.getOutputStream().close();
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(printed.lines().toList());
        lines.add(Integer.toString(running.waitFor()));
        return lines;
    }

    private static void assertRefused(List<String> said, String sentence) {
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains(sentence).endsWith(".");
        assertThat(said.get(1)).isEqualTo("1");
    }
}
