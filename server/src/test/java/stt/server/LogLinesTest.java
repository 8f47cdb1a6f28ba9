package stt.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    @Test
    void writesOneJsonObjectALine() {
        String line = new JsonLines().format(entry("said \"no\"\nand left"));

        assertThat(line)
                .endsWith("}\n")
                .satisfies(text -> assertThat(text.strip().lines()).hasSize(1));
        JsonObject json = parsed(line);
        assertThat(json.getString("time")).isEqualTo("2026-11-23T10:00:00.500Z");
        assertThat(json.getString("level")).isEqualTo("WARNING");
        assertThat(json.getString("logger")).isEqualTo("stt.test");
        assertThat(json.getString("message")).isEqualTo("said \"no\"\nand left");
        assertThat(json).doesNotContainKeys("request_id", "exception");
    }

    @Test
    void namesTheRequestThatTheThreadServes() {
        assertThat(parsed(whileServing("req-7", new JsonLines())).getString("request_id"))
                .isEqualTo("req-7");
        assertThat(whileServing("req-7", new TextLines()))
                .isEqualTo("2026-11-23T10:00:00.500Z WARNING [req-7] stt.test: careful\n");
    }

    @Test
    void fillsParametersIn() {
        LogRecord entry = entry("{0} of {1}");
        entry.setParameters(new Object[] {3, 4});

        assertThat(new TextLines().format(entry)).endsWith(": 3 of 4\n");
    }

    @Test
    void keepsTheStackTrace() {
        LogRecord entry = entry("careful");
        entry.setThrown(new IllegalStateException("broken"));

        assertThat(parsed(new JsonLines().format(entry)).getString("exception"))
                .startsWith("java.lang.IllegalStateException: broken\n\tat ");
        assertThat(new TextLines().format(entry)).contains("careful\njava.lang.IllegalStateException: broken\n\tat ");
    }

    private static LogRecord entry(String message) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName("stt.test");
        entry.setInstant(Instant.parse("2026-11-23T10:00:00.500999Z"));
        return entry;
    }

    private static String whileServing(String request, Formatter formatter) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName(name + " request " + request);
        try {
            return formatter.format(entry("careful"));
        } finally {
            thread.setName(name);
        }
    }

    private static JsonObject parsed(String line) {
        return Json.createReader(new StringReader(line)).readObject();
    }
}
