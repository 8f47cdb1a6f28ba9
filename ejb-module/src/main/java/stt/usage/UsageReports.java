package stt.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import stt.database.Sql;

/** Tells accounts what they had done. */
@Stateless
public class UsageReports {

    @PersistenceContext
    private EntityManager entities;

    private Clock clock = Clock.systemUTC();

    /** For the container. */
    public UsageReports() {}

    @Inject
    void tellTheTime(Clock injected) {
        clock = injected;
    }

    UsageReports(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The last {@code count} days (UTC), today the last of them; every one, whether anything was done or not. */
    public List<DayOfUsage> lastDays(UUID account, int count) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Map<LocalDate, Map<String, Usage>> used = since(account, today.minusDays(count - 1L));
        return IntStream.range(0, count)
                .mapToObj(i -> today.minusDays(count - 1L - i))
                .map(day -> new DayOfUsage(day, used.getOrDefault(day, Map.of())))
                .toList();
    }

    private Map<LocalDate, Map<String, Usage>> since(UUID account, LocalDate first) {
        Map<LocalDate, Map<String, Usage>> used = new HashMap<>();
        for (Object[] row : Sql.rows(
                entities,
                "select usage_date, kind, requests, millis, characters, cents from usage_day"
                        + " where account_id = ? and usage_date >= ? and requests > 0",
                account.toString(),
                first.toString())) {
            used.computeIfAbsent(LocalDate.parse(String.valueOf(row[0])), day -> new HashMap<>())
                    .put(
                            String.valueOf(row[1]),
                            new Usage(number(row[2]), number(row[3]), number(row[4]), number(row[5])));
        }
        return used;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
