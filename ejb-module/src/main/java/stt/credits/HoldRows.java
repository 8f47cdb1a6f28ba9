package stt.credits;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import stt.database.Sql;

/** The rows of reservations. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HoldRows {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public HoldRows() {}

    HoldRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds a row. */
    public void add(Hold hold, Instant expires) {
        Sql.update(
                entities,
                "insert into reservation (id, caller, account_id, kind, model, amount, cents, period, quota, slots,"
                        + " created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                hold.id().toString(),
                hold.caller().text(),
                hold.account().map(UUID::toString).orElse(null),
                hold.work().kind().name(),
                hold.work().model(),
                hold.work().amount(),
                hold.cents(),
                hold.period().orElse(null),
                hold.quota(),
                hold.slots(),
                hold.created().toEpochMilli(),
                expires.toEpochMilli());
    }

    /** The row of a reservation. */
    public Optional<Hold> find(UUID id) {
        return Sql.rows(
                        entities,
                        "select caller, account_id, kind, model, amount, cents, period, quota, slots, created_at"
                                + " from reservation where id = ?",
                        id.toString())
                .stream()
                .findFirst()
                .map(row -> hold(id, row));
    }

    /** Removes the row as it was found; whether it was still there, unchanged. Whoever removes it ends the reservation. */
    public boolean remove(Hold hold) {
        return Sql.update(
                        entities,
                        "delete from reservation where id = ? and amount = ? and slots = ?",
                        hold.id().toString(),
                        hold.work().amount(),
                        hold.slots())
                == 1;
    }

    /** Removes the row if its lease has expired; whether it had. */
    public boolean removeExpired(Hold hold, Instant now) {
        return Sql.update(
                        entities,
                        "delete from reservation where id = ? and amount = ? and slots = ? and expires_at <= ?",
                        hold.id().toString(),
                        hold.work().amount(),
                        hold.slots(),
                        now.toEpochMilli())
                == 1;
    }

    /** Writes down that more is held; whether the row was still there. */
    public boolean grow(UUID id, long amount, long cents, long quota) {
        return Sql.update(
                        entities,
                        "update reservation set amount = amount + ?, cents = cents + ?, quota = quota + ? where id = ?",
                        amount,
                        cents,
                        quota,
                        id.toString())
                == 1;
    }

    /** Writes down that a slot is held; whether the row was there without one. */
    public boolean start(UUID id) {
        return Sql.update(entities, "update reservation set slots = 1 where id = ? and slots = 0", id.toString()) == 1;
    }

    /** Writes down that no slot is held any more; whether the row was there with one. */
    public boolean pause(UUID id) {
        return Sql.update(entities, "update reservation set slots = 0 where id = ? and slots = 1", id.toString()) == 1;
    }

    /** Moves the end of leases; those that have no row any more are left out. */
    public void renew(Collection<UUID> ids, Instant expires) {
        for (UUID id : ids) {
            Sql.update(
                    entities,
                    "update reservation set expires_at = ? where id = ?",
                    expires.toEpochMilli(),
                    id.toString());
        }
    }

    /** Up to {@code most} reservations whose lease has expired. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UUID> expired(Instant now, int most) {
        return Sql.texts(
                        entities,
                        "select id from reservation where expires_at <= ? order by expires_at limit " + most,
                        now.toEpochMilli())
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    /** Those of {@code caller} whose lease has expired. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UUID> expired(CallerName caller, Instant now) {
        return Sql.texts(
                        entities,
                        "select id from reservation where caller = ? and expires_at <= ?",
                        caller.text(),
                        now.toEpochMilli())
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private static Hold hold(UUID id, Object[] row) {
        return new Hold(
                id,
                new CallerName((String) row[0]),
                Optional.ofNullable((String) row[1]).map(UUID::fromString),
                new Work(Work.Kind.valueOf((String) row[2]), (String) row[3], number(row[4])),
                number(row[5]),
                Optional.ofNullable((String) row[6]),
                number(row[7]),
                (int) number(row[8]),
                Instant.ofEpochMilli(number(row[9])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
