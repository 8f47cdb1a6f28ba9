package stt.credits;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import stt.database.Sql;

/** The ledger, for those whose credits it is about. */
@Stateless
public class Ledger {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Ledger() {}

    Ledger(EntityManager entities) {
        this.entities = entities;
    }

    /** How many entries {@code account} has. */
    public long count(UUID account) {
        return Sql.number(entities, "select count(*) from credit_entry where account_id = ?", account.toString())
                .orElse(0L);
    }

    /** Entries of {@code account}, newest first: at most {@code most}, without the first {@code skip}. */
    public List<LedgerEntry> entries(UUID account, int skip, int most) {
        return Sql.rows(
                        entities,
                        "select id, kind, cents, note, created_at from credit_entry where account_id = ?"
                                + " order by created_at desc, id desc limit ? offset ?",
                        account.toString(),
                        most,
                        skip)
                .stream()
                .map(Ledger::entry)
                .toList();
    }

    private static LedgerEntry entry(Object[] row) {
        return new LedgerEntry(
                UUID.fromString(String.valueOf(row[0])),
                LedgerEntry.Kind.valueOf(String.valueOf(row[1])),
                ((Number) row[2]).longValue(),
                String.valueOf(row[3]),
                Instant.ofEpochMilli(((Number) row[4]).longValue()));
    }
}
