package stt.credits;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import stt.database.Sql;

/** The counters of quotas and of requests at once. What a method's result says was done or refused by one statement. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Meters {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Meters() {}

    Meters(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Makes the caller's rows, unless they are there, in a transaction of its own. Fails when somebody else makes one of them
     * at this moment: then try again.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void open(CallerName caller) {
        if (taken(caller) < 0) {
            Sql.update(entities, "insert into caller_slots (caller, taken) values (?, 0)", caller.text());
        }
    }

    /** As {@link #open(CallerName)}, for a quota in its present period. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void open(CallerName caller, Allowance quota) {
        if (spoken(caller, quota) < 0) {
            Sql.update(
                    entities,
                    "insert into quota_use (caller, period, used, held, ends_at) values (?, ?, 0, 0, ?)",
                    caller.text(),
                    quota.period(),
                    quota.ends().toEpochMilli());
        }
    }

    /** Takes one of {@code most} slots; whether one was free. */
    public boolean takeSlot(CallerName caller, int most) {
        return Sql.update(
                        entities,
                        "update caller_slots set taken = taken + 1 where caller = ? and taken < ?",
                        caller.text(),
                        most)
                == 1;
    }

    /** Gives {@code slots} back. */
    public void freeSlots(CallerName caller, int slots) {
        Sql.update(entities, "update caller_slots set taken = taken - ? where caller = ?", slots, caller.text());
    }

    /** How many slots are taken; -1 when nobody has asked for one yet. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int taken(CallerName caller) {
        return Sql.number(entities, "select taken from caller_slots where caller = ?", caller.text())
                .orElse(-1L)
                .intValue();
    }

    /** Sets {@code amount} of a quota aside; whether that much was left. */
    public boolean hold(CallerName caller, Allowance quota, long amount) {
        return Sql.update(
                        entities,
                        "update quota_use set held = held + ? where caller = ? and period = ? and used + held + ? <= ?",
                        amount,
                        caller.text(),
                        quota.period(),
                        amount,
                        quota.limit())
                == 1;
    }

    /** Ends a hold of {@code held} in a period, of which {@code used} was really used. */
    public void settle(CallerName caller, String period, long held, long used) {
        Sql.update(
                entities,
                "update quota_use set held = held - ?, used = used + ? where caller = ? and period = ?",
                held,
                used,
                caller.text(),
                period);
    }

    /** How much of a quota is used or held; -1 when nobody has asked for any yet. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long spoken(CallerName caller, Allowance quota) {
        return Sql.number(
                        entities,
                        "select used + held from quota_use where caller = ? and period = ?",
                        caller.text(),
                        quota.period())
                .orElse(-1L);
    }

    /** Forgets periods that ended before {@code before}. */
    public int forget(Instant before) {
        return Sql.update(entities, "delete from quota_use where ends_at < ? and held = 0", before.toEpochMilli());
    }
}
