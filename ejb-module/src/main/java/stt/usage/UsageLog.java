package stt.usage;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.UUID;
import stt.database.Sql;

/** The usage of accounts in the database: one row for a day (UTC) and a kind of work. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class UsageLog {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public UsageLog() {}

    /** On {@code entities}, outside the container. */
    public UsageLog(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Makes the row that {@link #add} changes, unless it is there, in a transaction of its own. Fails when somebody else
     * makes it at this moment: then it is there.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void open(UUID account, LocalDate day, String kind) {
        if (Sql.number(
                        entities,
                        "select requests from usage_day where account_id = ? and usage_date = ? and kind = ?",
                        account.toString(),
                        day.toString(),
                        kind)
                .isEmpty()) {
            insert(account, day, kind, new long[4]);
        }
    }

    /**
     * Adds to what {@code account} had done, in the caller's transaction.
     *
     * @param kind of work, at most 16 characters
     * @param cents what it cost
     */
    public void add(UUID account, LocalDate day, String kind, long requests, long millis, long characters, long cents) {
        int changed = Sql.update(
                entities,
                "update usage_day set requests = requests + ?, millis = millis + ?, characters = characters + ?,"
                        + " cents = cents + ? where account_id = ? and usage_date = ? and kind = ?",
                requests,
                millis,
                characters,
                cents,
                account.toString(),
                day.toString(),
                kind);
        if (changed == 0) {
            insert(account, day, kind, new long[] {requests, millis, characters, cents});
        }
    }

    private void insert(UUID account, LocalDate day, String kind, long[] numbers) {
        Sql.update(
                entities,
                "insert into usage_day (account_id, usage_date, kind, requests, millis, characters, cents)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                account.toString(),
                day.toString(),
                kind,
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3]);
    }
}
