package stt.web.library;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import stt.inference.Language;
import stt.search.SearchQuery;
import stt.transcripts.StoredTranscript.Status;
import stt.transcripts.TranscriptFilter;
import stt.web.errors.InvalidRequest;
import stt.web.json.Texts;

/** Which transcripts a list is asked for. */
final class ListFilters {

    private static final int LONGEST_QUOTE = 40;

    private ListFilters() {}

    /**
     * Reads {@code parameters}, by name, decoded.
     *
     * @throws InvalidRequest when one is malformed, or given twice
     */
    static TranscriptFilter of(MultivaluedMap<String, String> parameters) {
        Optional<Instant> day = day(parameters, "date");
        Optional<Instant> from = latest(day, day(parameters, "date_from"));
        Optional<Instant> before = earliest(
                day.map(ListFilters::dayAfter), day(parameters, "date_to").map(ListFilters::dayAfter));
        return new TranscriptFilter(
                text(parameters, "status").map(ListFilters::status),
                text(parameters, "language").map(ListFilters::language),
                from,
                before,
                text(parameters, "q").map(ListFilters::words));
    }

    private static Optional<String> text(MultivaluedMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidRequest("invalid_" + name, name + " is given more than once.");
        }
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Status status(String name) {
        return Arrays.stream(Status.values())
                .filter(status -> Texts.of(status).equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("status", "queued, processing, completed, failed or cancelled", name));
    }

    private static String language(String code) {
        return Language.withCode(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> invalid("language", "a code that GET /v1/languages lists", code))
                .code();
    }

    private static SearchQuery words(String text) {
        SearchQuery query = SearchQuery.of(text);
        if (query.terms().isEmpty()) {
            throw invalid("q", "one or more words", text);
        }
        return query;
    }

    private static Optional<Instant> day(MultivaluedMap<String, String> parameters, String name) {
        return text(parameters, name).map(text -> {
            try {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() >= 1 && date.getYear() < 10_000) {
                    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
                }
            } catch (DateTimeParseException e) {
                // Told below, like a year that nobody means.
            }
            throw invalid(name, "a day such as 2026-11-25", text);
        });
    }

    private static Instant dayAfter(Instant day) {
        return day.atZone(ZoneOffset.UTC).plusDays(1).toInstant();
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private static InvalidRequest invalid(String name, String wanted, String found) {
        String quoted = found.length() > LONGEST_QUOTE ? found.substring(0, LONGEST_QUOTE) + "..." : found;
        return new InvalidRequest("invalid_" + name, name + " must be " + wanted + ", found \"" + quoted + "\".");
    }
}
