package stt.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.database.Sql;

/** What is kept for how long. */
@Stateless
public class Retention {

    private static final String TASK = "retention";
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int FOR_EVER = 1_000_000; // days: since before 1970

    @PersistenceContext
    private EntityManager entities;

    private int everybodysDays;

    /** For the container. */
    public Retention() {}

    @Inject
    void configure(@ConfigProperty(name = "stt.transcripts.retention-days") int days) {
        everybodysDays = days;
    }

    Retention(EntityManager entities, int everybodysDays) {
        this.entities = entities;
        this.everybodysDays = everybodysDays;
    }

    /** A transcript whose time is over, and its account. */
    public record Expired(UUID transcript, UUID account) {}

    /** What the operator has decided for every account. */
    public OptionalInt everybody() {
        return everybodysDays > 0 ? OptionalInt.of(everybodysDays) : OptionalInt.empty();
    }

    /** Whether it is the caller's turn to remove what has expired; then it is nobody else's for {@code every}. */
    public boolean claim(Instant now, Duration every) {
        return Sql.update(
                        entities,
                        "update periodic_task set last_run_at = ?1 where name = ?2 and last_run_at <= ?3",
                        now.toEpochMilli(),
                        TASK,
                        now.minus(every).toEpochMilli())
                == 1;
    }

    /** Ended transcripts whose time is over, at most {@code most}. */
    public List<Expired> expired(Instant now, int most) {
        // H2 cannot tell the type of a parameter that is only computed with, and multiplies whole numbers as 32 bits.
        String days =
                "cast(case when coalesce(a.retention_days, %1$d) < %1$d then a.retention_days else %1$d end as decimal(20))"
                        .formatted(everybody().orElse(FOR_EVER));
        return Sql.rows(
                        entities,
                        "select t.id, t.account_id from transcript t join account a on a.id = t.account_id"
                                + " where t.status in ('COMPLETED', 'FAILED', 'CANCELLED') and t.created_at + " + DAY
                                + " * " + days + " < ?1 limit " + most,
                        now.toEpochMilli())
                .stream()
                .map(row -> new Expired(UUID.fromString(row[0].toString()), UUID.fromString(row[1].toString())))
                .toList();
    }
}
