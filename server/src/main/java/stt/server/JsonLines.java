package stt.server;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Log lines for programs: one JSON object (RFC 8259) a line with {@code time} (RFC 3339, UTC), {@code level},
 * {@code logger}, {@code message}, {@code thread} and, where there is one, {@code request_id} and {@code exception}.
 */
public final class JsonLines extends Formatter {

    private final JsonBuilderFactory json = JsonProvider.provider().createBuilderFactory(Map.of());

    /** Made by java.util.logging, by name. */
    public JsonLines() {}

    @Override
    public String format(LogRecord entry) {
        LogEntry line = LogEntry.of(entry, this);
        JsonObjectBuilder object = json.createObjectBuilder()
                .add("time", line.time().toString())
                .add("level", line.level())
                .add("logger", line.logger())
                .add("message", line.message())
                .add("thread", line.thread());
        line.request().ifPresent(id -> object.add("request_id", id));
        line.trace().ifPresent(trace -> object.add("exception", trace));
        return object.build() + "\n";
    }
}
