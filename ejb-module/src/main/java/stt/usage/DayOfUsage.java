package stt.usage;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account had done on one day (UTC).
 *
 * @param byKind only those kinds of work that were done
 */
public record DayOfUsage(LocalDate day, SortedMap<String, Usage> byKind) {

    public DayOfUsage(LocalDate day, Map<String, Usage> byKind) {
        this(day, new TreeMap<>(byKind));
    }

    /** All kinds together. */
    public Usage total() {
        return byKind.values().stream().reduce(Usage.NONE, Usage::plus);
    }
}
