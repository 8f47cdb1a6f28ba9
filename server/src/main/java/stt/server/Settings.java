package stt.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Configuration that must be known before the server's virtual machine exists. A key is looked for in the system
 * properties, in the environment ({@code stt.data.dir} is {@code STT_DATA_DIR}) and in the file that {@code STT_CONFIG}
 * names, in this order. Everything else is MicroProfile Config's business, inside the server.
 */
final class Settings {

    private static final Set<String> LOG_FORMATS = Set.of("text", "json");
    private static final Set<String> LOG_OUTPUTS = Set.of("file", "console");

    private final Properties system;
    private final Map<String, String> environment;
    private final Properties file;

    Settings(Properties system, Map<String, String> environment) {
        this.system = system;
        this.environment = environment;
        this.file = load(environment.get("STT_CONFIG"));
    }

    /** The settings of this process. */
    static Settings ofThisProcess() {
        return new Settings(System.getProperties(), System.getenv());
    }

    /** The folder of the database, the logs, the unpacked server and, by default, the models; absolute. */
    Path dataDirectory() {
        return Path.of(value("stt.data.dir").orElse("data")).toAbsolutePath().normalize();
    }

    /** The folder of the models, absolute. */
    Path modelsDirectory() {
        return value("stt.models.dir")
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElse(dataDirectory().resolve("models"));
    }

    /** What the program that installs models needs to know of where they are published; what is not set is left out. */
    Map<String, String> modelsHub() {
        Map<String, String> hub = new HashMap<>();
        value("stt.models.hub").ifPresent(address -> hub.put("STT_MODELS_HUB", address));
        value("stt.models.hub-token").ifPresent(token -> hub.put("STT_MODELS_HUB_TOKEN", token));
        return hub;
    }

    /** The HTTP port. */
    int port() {
        String text = value("stt.port").orElse("8080");
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Refused(notAPort(text), e);
        }
        throw new Refused(notAPort(text));
    }

    /** The address to listen on: loopback unless the operator opens the server to the network. */
    String bindAddress() {
        return value("stt.bind").orElse("127.0.0.1");
    }

    /** {@code text} or {@code json}. */
    String logFormat() {
        return oneOf("stt.log.format", "text", LOG_FORMATS);
    }

    /** {@code file}: rotated files in the data folder; {@code console}: this process's standard error. */
    String logOutput() {
        return oneOf("stt.log.output", "file", LOG_OUTPUTS);
    }

    /**
     * The URL of the database: one in the data folder, unless configured. What was committed is on disk (no write delay),
     * and the server closes it, after its last transaction, not H2's own shutdown hook.
     */
    String databaseUrl() {
        return value("stt.database.url")
                .orElse("jdbc:h2:file:%s/database/stt;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE".formatted(dataDirectory()));
    }

    /** The XA data source of the database's driver. */
    String databaseClass() {
        return value("stt.database.class").orElse("org.h2.jdbcx.JdbcDataSource");
    }

    /** Who the server is to the database. */
    String databaseUser() {
        return value("stt.database.user").orElse("stt");
    }

    /** That user's password. */
    String databasePassword() {
        return value("stt.database.password").orElse("");
    }

    /** The key that secrets in the database are encrypted with. */
    Path keyFile() {
        return inDataDirectory("stt.accounts.key-file", "secrets.key");
    }

    /** The folder of kept recordings. */
    Path recordingsDirectory() {
        return inDataDirectory("stt.transcripts.audio-dir", "audio");
    }

    /** The folder of recordings that wait for their turn. */
    Path jobsDirectory() {
        return inDataDirectory("stt.jobs.dir", "jobs");
    }

    /** Options of the server's virtual machine beside ours, separated by spaces; none by default. */
    String javaOptions() {
        return value("stt.java.options").orElse("");
    }

    /** What the configuration file says of keys that neither system properties nor the environment name. */
    Properties fromFileOnly() {
        Properties only = new Properties();
        for (String key : file.stringPropertyNames()) {
            if (system.getProperty(key) == null && !environment.containsKey(environmentName(key))) {
                only.setProperty(key, file.getProperty(key));
            }
        }
        return only;
    }

    private Path inDataDirectory(String key, String name) {
        return value(key)
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .orElse(dataDirectory().resolve(name));
    }

    private String oneOf(String key, String byDefault, Set<String> allowed) {
        String value = value(key).orElse(byDefault);
        if (!allowed.contains(value)) {
            throw new Refused("%s is \"%s\", but must be one of %s."
                    .formatted(environmentName(key), value, String.join(", ", allowed)));
        }
        return value;
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(system.getProperty(key))
                .or(() -> Optional.ofNullable(environment.get(environmentName(key))))
                .or(() -> Optional.ofNullable(file.getProperty(key)))
                .filter(text -> !text.isBlank());
    }

    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String notAPort(String text) {
        return "STT_PORT is \"%s\", but a port is a number from 1 to 65535.".formatted(text);
    }

    private static Properties load(@Nullable String path) {
        Properties properties = new Properties();
        if (path == null || path.isBlank()) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(path))) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new Refused("The configuration file %s, which STT_CONFIG names, cannot be read.".formatted(path), e);
        }
    }
}
