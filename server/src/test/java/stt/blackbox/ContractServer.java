package stt.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The one server of a kind of database, which all contracts (classes with a subclass for each database) share; it ends with the
 * tests' virtual machine. It sends mail, believes what {@code X-Forwarded-For} says (so that each test can be a client of its
 * own), its free accounts have a minute a month, and it keeps recordings.
 */
final class ContractServer {

    /** An origin whose pages may call the API with a key. */
    static final String FRIENDLY_ORIGIN = "https://app.example.org";

    static final int SIGN_UPS_PER_HOUR = 3;

    private static final Map<String, String> SETTINGS = Map.of(
            "STT_INFERENCE_PRELOAD", "tiny.en",
            "STT_WEB_TRUSTED_PROXIES", "127.0.0.1,::1",
            "STT_LIMITS_FREE_TRANSCRIPTION_MINUTES_PER_MONTH", "1",
            "STT_ACCOUNTS_SIGN_UPS_PER_HOUR", Integer.toString(SIGN_UPS_PER_HOUR),
            "STT_CORS_ALLOWED_ORIGINS", FRIENDLY_ORIGIN,
            "STT_CLOUD_CHECK_EVERY", "PT4S",
            "STT_MAIL_HOST", "127.0.0.1",
            "STT_MAIL_SECURITY", "none");

    private final Path folder;
    private final Mailbox mailbox = Mailbox.start();
    private final Map<String, String> settings = new HashMap<>(SETTINGS);
    private final SqlAccounts accounts;
    private final OwnStore models;
    private final ServerUnderTest server;
    private final String key;

    private ContractServer(Path folder, SqlAccounts accounts, Map<String, String> database) throws IOException {
        this.folder = folder;
        this.accounts = accounts;
        models = OwnStore.below(folder);
        settings.putAll(database);
        settings.put("STT_MODELS_DIR", models.folder().toString());
        settings.put("STT_TRANSCRIPTS_KEEP_AUDIO", "true");
        settings.put("STT_TRANSCRIPTS_SWEEP_EVERY", "PT1S");
        settings.put("STT_MAIL_PORT", Integer.toString(mailbox.port()));
        server = node("data");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the contracts' server"));
        key = server.awaitLine("  API key ").substring("  API key ".length()).strip();
        server.awaitLine("Stop with");
    }

    /** That on H2, in a file. */
    static ContractServer h2() {
        return OnH2.ONLY;
    }

    /** That on MariaDB. */
    static ContractServer mariaDb() {
        return OnMariaDb.ONLY;
    }

    private static final class OnH2 {
        static final ContractServer ONLY = start();

        private static ContractServer start() {
            try {
                Path folder = newFolder();
                // As by default, but other processes may look in.
                String url = "jdbc:h2:file:" + folder.resolve("database/stt") + ";WRITE_DELAY=0;AUTO_SERVER=TRUE";
                return new ContractServer(folder, new SqlAccounts(url, "stt"), Map.of("STT_DATABASE_URL", url));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class OnMariaDb {
        static final ContractServer ONLY = start();

        private static ContractServer start() {
            try {
                Path folder = newFolder();
                MariaDbUnderTest mariaDb = MariaDbUnderTest.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(mariaDb::close, "stop the contracts' MariaDB"));
                return new ContractServer(
                        folder,
                        new SqlAccounts(mariaDb.url(), "root"),
                        Map.of(
                                "STT_DATABASE_CLASS", "com.mysql.cj.jdbc.MysqlXADataSource",
                                "STT_DATABASE_URL", mariaDb.url(),
                                "STT_DATABASE_USER", "root"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static Path newFolder() throws IOException {
        return Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "stt-contract");
    }

    /** Another node on the same database, with a data folder of its own. The caller closes it. */
    ServerUnderTest secondNode() throws IOException {
        ServerUnderTest second = node("second");
        second.awaitLine("Stop with");
        return second;
    }

    private ServerUnderTest node(String name) throws IOException {
        return ServerUnderTest.start(folder.resolve(name), ServerUnderTest.freePort(), settings);
    }

    /** With the administrator's key. */
    Api api() {
        return Api.of(server.base(), key);
    }

    /** Its data folder. */
    Path data() {
        return folder.resolve("data");
    }

    URI base() {
        return server.base();
    }

    /** Its database, for tests. */
    SqlAccounts accounts() {
        return accounts;
    }

    /** Its models. */
    OwnStore models() {
        return models;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    private void close() {
        server.close();
        mailbox.close();
    }
}
