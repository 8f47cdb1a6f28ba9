package stt.credits;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import stt.database.Sql;

/** Balances and the ledger. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Credits {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Credits() {}

    Credits(EntityManager entities) {
        this.entities = entities;
    }

    /** Makes the balance of an account unless it is there, as {@link Meters#open}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void open(UUID account) {
        if (rows(account) == 0) {
            Sql.update(
                    entities,
                    "insert into credit_balance (account_id, cents, held) values (?, 0, 0)",
                    account.toString());
        }
    }

    /** The balance of {@code account}; nothing where nobody has granted anything. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Balance balance(UUID account) {
        return Sql.rows(entities, "select cents, held from credit_balance where account_id = ?", account.toString())
                .stream()
                .findFirst()
                .map(row -> new Balance(((Number) row[0]).longValue(), ((Number) row[1]).longValue()))
                .orElse(new Balance(0, 0));
    }

    /** Sets {@code cents} aside; whether the balance has that much. */
    public boolean hold(UUID account, long cents) {
        return Sql.update(
                        entities,
                        "update credit_balance set held = held + ? where account_id = ? and cents - held >= ?",
                        cents,
                        account.toString(),
                        cents)
                == 1;
    }

    /** Gives back what was set aside. */
    public void release(UUID account, long cents) {
        Sql.update(
                entities, "update credit_balance set held = held - ? where account_id = ?", cents, account.toString());
    }

    /** Takes {@code cents}. The reference occurs once: a second charge by it fails, with all that came before it. */
    public void charge(UUID account, long cents, String reference, String note, Instant now) {
        change(account, -cents);
        enter(new Entry(account, "CHARGE", -cents, reference, note), now);
    }

    /** Adds {@code cents}. The reference occurs once: a second grant by it fails. */
    public void grant(UUID account, long cents, String reference, String note, Instant now) {
        change(account, cents);
        enter(new Entry(account, "GRANT", cents, reference, note), now);
    }

    private record Entry(UUID account, String kind, long cents, String reference, String note) {}

    private void change(UUID account, long cents) {
        int changed = Sql.update(
                entities,
                "update credit_balance set cents = cents + ? where account_id = ?",
                cents,
                account.toString());
        if (changed != 1) {
            throw new IllegalStateException("the account has no balance to change");
        }
    }

    private void enter(Entry entry, Instant now) {
        Sql.update(
                entities,
                "insert into credit_entry (id, account_id, kind, cents, reference, note, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                entry.account().toString(),
                entry.kind(),
                entry.cents(),
                entry.reference(),
                entry.note(),
                now.toEpochMilli());
    }

    private long rows(UUID account) {
        return Sql.number(entities, "select count(*) from credit_balance where account_id = ?", account.toString())
                .orElse(0L);
    }
}
