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

    /** After how many days {@code account}'s transcripts are removed; empty when they are kept until somebody removes them. */
    public OptionalInt days(UUID account) {
        int days = Math.min(of(account).orElse(FOR_EVER), everybody().orElse(FOR_EVER));
        return days == FOR_EVER ? OptionalInt.empty() : OptionalInt.of(days);
    }

    /** What the owner of {@code account} has decided; empty: nothing. */
    public OptionalInt of(UUID account) {
        List<Long> days = Sql.number(
                        entities,
                        "select retention_days from account where id = ?1 and retention_days is not null",
                        account.toString())
                .stream()
                .toList();
        return days.isEmpty() ? OptionalInt.empty() : OptionalInt.of(days.get(0).intValue());
    }

    /** What the operator has decided for every account. */
    public OptionalInt everybody() {
        return everybodysDays > 0 ? OptionalInt.of(everybodysDays) : OptionalInt.empty();
    }

    /** The owner of {@code account} decides, from 1 on; empty: takes it back. */
    public void decide(UUID account, OptionalInt days) {
        Sql.update(
                entities,
                "update account set retention_days = ?1 where id = ?2",
                days.isEmpty() ? null : days.getAsInt(),
                account.toString());
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
        // Numbers in place of parameters: H2 cannot tell the type of one that is only computed with.
        String days = "case when coalesce(a.retention_days, %1$d) < %1$d then a.retention_days else %1$d end"
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
