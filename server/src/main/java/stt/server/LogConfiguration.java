package stt.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The java.util.logging configuration of the server: the levels come with the jar, format and output from the settings. */
final class LogConfiguration {

    private static final String LEVELS = "/MICRO-INF/domain/logging.properties";
    private static final String BYTES_PER_FILE = Integer.toString(20 << 20);
    private static final String FILES = "5";

    private LogConfiguration() {}

    /** The folder of the log files. */
    static Path folder(Settings settings) {
        return settings.dataDirectory().resolve("logs");
    }

    /** Writes the configuration into the log folder and returns its path. */
    static Path write(Settings settings) {
        Path file = folder(settings).resolve("logging.properties");
        try (InputStream levels = LogConfiguration.class.getResourceAsStream(LEVELS)) {
            Properties properties = new Properties();
            properties.load(levels);
            properties.putAll(handler(settings));
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                properties.store(out, null);
            }
            return file;
        } catch (IOException e) {
            throw new Refused(
                    "The log folder %s cannot be written: %s.".formatted(file.getParent(), e.getMessage()), e);
        }
    }

    private static Properties handler(Settings settings) {
        boolean toFile = settings.logOutput().equals("file");
        String handler = toFile ? "java.util.logging.FileHandler" : "java.util.logging.ConsoleHandler";
        Class<?> formatter = settings.logFormat().equals("json") ? JsonLines.class : TextLines.class;
        Properties properties = new Properties();
        properties.setProperty("handlers", handler);
        properties.setProperty(handler + ".formatter", formatter.getName());
        properties.setProperty(handler + ".level", "ALL");
        if (toFile) {
            properties.setProperty(
                    handler + ".pattern",
                    folder(settings).resolve("server.%g.log").toString());
            properties.setProperty(handler + ".limit", BYTES_PER_FILE);
            properties.setProperty(handler + ".count", FILES);
            properties.setProperty(handler + ".append", "true");
            properties.setProperty(handler + ".encoding", "UTF-8");
        }
        return properties;
    }
}
