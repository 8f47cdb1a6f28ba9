package stt.jobs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stt.database.Sql;

/** The rows of jobs. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class JobRows {

    private static final int ERROR_LENGTH = 500;
    private static final long NONE = -1;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public JobRows() {}

    JobRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Lets one at a time queue jobs, until the caller's transaction ends. */
    public void lockQueue() {
        Sql.update(entities, "update job_queue set queued = queued + 1 where name = 'jobs'");
    }

    /** How many jobs wait or run. */
    public long count() {
        return Sql.number(entities, "select count(*) from job").orElse(0L);
    }

    /** How many jobs of {@code account} wait or run. */
    public long count(UUID account) {
        return Sql.number(entities, "select count(*) from job where account_id = ?", account.toString())
                .orElse(0L);
    }

    /** How {@code band} stands for the next job of {@code account}. */
    public Turn.Before before(int band, UUID account) {
        OptionalInt running =
                number("select coalesce(max(start_tag), -1) from job where band = ? and run is not null", band);
        OptionalInt front = running.isPresent()
                ? running
                : number("select coalesce(min(start_tag), -1) from job where band = ?", band);
        return new Turn.Before(
                front,
                number(
                        "select coalesce(max(start_tag + cost), -1) from job where account_id = ? and band = ?",
                        account.toString(),
                        band));
    }

    /** Adds a job. Its transcript must be there. */
    public void add(Job job) {
        entities.flush(); // The row refers to the transcript's.
        Sql.update(
                entities,
                "insert into job (transcript_id, account_id, reservation_id, file, request, callback_url, band, start_tag,"
                        + " cost, tries, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.transcript().toString(),
                job.account().toString(),
                job.reservation().toString(),
                job.order().file().toString(),
                RequestJson.write(job.order().request()),
                job.order().callback().orElse(null),
                job.turn().band(),
                job.turn().start(),
                job.turn().cost(),
                job.attempts().count(),
                job.order().received().toEpochMilli());
    }

    /** The job of a transcript that waits for one. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Job> find(UUID transcript) {
        return Sql.rows(
                        entities,
                        "select account_id, reservation_id, file, request, callback_url, band, start_tag, cost, tries, run,"
                                + " last_error, created_at from job where transcript_id = ?",
                        transcript.toString())
                .stream()
                .findFirst()
                .map(row -> job(transcript, row));
    }

    /** A try begins, and counts; whether there was the job. */
    public boolean begin(UUID transcript, UUID run) {
        return Sql.update(
                        entities,
                        "update job set run = ?, tries = tries + 1 where transcript_id = ?",
                        run.toString(),
                        transcript.toString())
                == 1;
    }

    /** The try came to nothing and the job waits; {@code uncounted} tries do not count. Whether it was still this try's. */
    public boolean putBack(Job job, int uncounted, Optional<String> error) {
        return Sql.update(
                        entities,
                        "update job set run = null, tries = tries - ?, last_error = ? where transcript_id = ? and run = ?",
                        uncounted,
                        error.map(JobRows::cut)
                                .orElse(job.attempts().lastError().orElse(null)),
                        job.transcript().toString(),
                        job.run().toString())
                == 1;
    }

    /** The job holds another reservation. */
    public void reserved(Job job, UUID reservation) {
        Sql.update(
                entities,
                "update job set reservation_id = ? where transcript_id = ? and run = ?",
                reservation.toString(),
                job.transcript().toString(),
                job.run().toString());
    }

    /** Removes the job, whoever works on it; whether it was there. */
    public boolean remove(UUID transcript) {
        return Sql.update(entities, "delete from job where transcript_id = ?", transcript.toString()) == 1;
    }

    /** Removes the job if {@code job}'s try is still the one that works on it; whether it was. */
    public boolean removeOwn(Job job) {
        return Sql.update(
                        entities,
                        "delete from job where transcript_id = ? and run = ?",
                        job.transcript().toString(),
                        job.run().toString())
                == 1;
    }

    /** How many jobs that wait go before {@code job}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int ahead(Job job) {
        Turn turn = job.turn();
        return Sql.number(
                        entities,
                        "select count(*) from job where run is null and (band < ? or (band = ? and (start_tag < ?"
                                + " or (start_tag = ? and created_at < ?))))",
                        turn.band(),
                        turn.band(),
                        turn.start(),
                        turn.start(),
                        job.order().received().toEpochMilli())
                .orElse(0L)
                .intValue();
    }

    /** Those of {@code transcripts} that somebody still waits for. */
    public Set<UUID> among(Collection<UUID> transcripts) {
        return transcripts.stream()
                .filter(id -> !Sql.texts(
                                entities, "select transcript_id from job where transcript_id = ?", id.toString())
                        .isEmpty())
                .collect(Collectors.toSet());
    }

    /** The names of all files that jobs need. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Set<String> files() {
        return Set.copyOf(Sql.texts(entities, "select file from job"));
    }

    /** What is held for jobs that wait. */
    public List<UUID> reservationsOfWaiting() {
        return Sql.texts(entities, "select reservation_id from job where run is null").stream()
                .map(UUID::fromString)
                .toList();
    }

    private OptionalInt number(String select, Object... parameters) {
        int found = Sql.number(entities, select, parameters).orElse(NONE).intValue();
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= ERROR_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, ERROR_LENGTH));
    }

    private static Job job(UUID transcript, @Nullable Object[] row) {
        return new Job(
                transcript,
                UUID.fromString(text(row[0])),
                new Job.Order(
                        UUID.fromString(text(row[2])),
                        RequestJson.read(text(row[3])),
                        Optional.ofNullable(row[4]).map(JobRows::text),
                        Instant.ofEpochMilli(number(row[11]))),
                UUID.fromString(text(row[1])),
                new Turn((int) number(row[5]), (int) number(row[6]), (int) number(row[7])),
                new Job.Attempts(
                        (int) number(row[8]),
                        Optional.ofNullable(row[9]).map(JobRows::text).map(UUID::fromString),
                        Optional.ofNullable(row[10]).map(JobRows::text)));
    }

    private static String text(@Nullable Object column) {
        return Sql.text(Objects.requireNonNull(column));
    }

    private static long number(@Nullable Object column) {
        return ((Number) Objects.requireNonNull(column)).longValue();
    }
}
