package stt.credits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A quota in its present period.
 *
 * @param period its name in the database
 * @param limit milliseconds, characters or files
 * @param unit how many of these make one of what people are told
 * @param starts when the period began
 * @param ends when the next begins
 */
public record Allowance(String period, long limit, long unit, Instant starts, Instant ends) {

    static Allowance ofDay(String name, long limit, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Instant starts = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Allowance(name + " " + today, limit, 1, starts, starts.plus(1, ChronoUnit.DAYS));
    }

    static Allowance ofMonth(String name, long limit, long unit, Clock clock) {
        YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        return new Allowance(name + " " + month, limit, unit, start(month), start(month.plusMonths(1)));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The standing of a caller of whose limit {@code spoken} is used or held. */
    Standing standing(long spoken, Instant now) {
        return new Standing(
                limit / unit,
                Math.max(0, limit - spoken) / unit,
                Duration.between(now, ends),
                Duration.between(starts, ends));
    }
}
