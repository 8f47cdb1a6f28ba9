package stt.server;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Log lines for people: time (UTC), level, request where there is one, logger, message; then the stack trace. */
public final class TextLines extends Formatter {

    /** Made by java.util.logging, by name. */
    public TextLines() {}

    @Override
    public String format(LogRecord entry) {
        LogEntry line = LogEntry.of(entry, this);
        StringBuilder text = new StringBuilder();
        text.append(line.time()).append(' ').append(line.level()).append(' ');
        line.request().ifPresent(id -> text.append('[').append(id).append("] "));
        text.append(line.logger()).append(": ").append(line.message()).append('\n');
        line.trace().ifPresent(trace -> text.append(trace).append('\n'));
        return text.toString();
    }
}
