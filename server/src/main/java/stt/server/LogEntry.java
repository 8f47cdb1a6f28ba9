package stt.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log line says. While a thread serves a request, its name ends in {@code " request ID"}: the application says so
 * without knowing who writes the log, thread dumps show it as well, and Payara Server's own formatters print it.
 */
record LogEntry(
        Instant time,
        String level,
        String logger,
        String message,
        String thread,
        Optional<String> request,
        Optional<String> trace) {

    private static final Pattern REQUEST = Pattern.compile(" request (\\S+)$");

    /** The entry for a record that the calling thread logs. */
    static LogEntry of(LogRecord entry, Formatter formatter) {
        String thread = Thread.currentThread().getName();
        Matcher request = REQUEST.matcher(thread);
        return new LogEntry(
                entry.getInstant().truncatedTo(ChronoUnit.MILLIS),
                entry.getLevel().getName(),
                Optional.ofNullable(entry.getLoggerName()).orElse(""),
                Optional.ofNullable(formatter.formatMessage(entry)).orElse("").strip(),
                thread,
                request.find() ? Optional.of(request.group(1)) : Optional.empty(),
                Optional.ofNullable(entry.getThrown()).map(LogEntry::trace));
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }
}
