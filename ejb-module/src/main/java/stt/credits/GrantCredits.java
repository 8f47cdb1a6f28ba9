package stt.credits;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import stt.accounts.Accounts;
import stt.database.Sql;

/** Gives accounts credits. An account that had the free plan pays from then on. */
@Stateless
public class GrantCredits {

    /** One grant, in credits of 100 cents: enough for any customer, and far from where sums overflow. */
    public static final long MOST_CENTS = 1_000_000_000L;

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Credits credits;

    @EJB
    private Accounts accounts;

    @Inject
    private Clock clock;

    /**
     * Adds to the account's balance.
     *
     * @param cents from 1 to {@link #MOST_CENTS}
     * @param note for people, at most 200 characters
     * @return the new balance
     * @throws NoSuchAccount when there is none with this id
     */
    public Balance to(UUID account, long cents, String note) {
        if (cents < 1 || cents > MOST_CENTS) {
            throw new IllegalArgumentException("a grant is from 1 to " + MOST_CENTS + " cents, found " + cents);
        }
        require(account);
        Opening.of(() -> credits.open(account));
        Sql.update(entities, "update account set plan = 'PAID' where id = ? and plan = 'FREE'", account.toString());
        credits.grant(account, cents, "grant:" + UUID.randomUUID(), note, clock.instant());
        return credits.balance(account);
    }

    /**
     * As {@link #to}, for the account that signs in with {@code email}.
     *
     * @throws NoSuchAccount when there is none
     */
    public Balance toHolderOf(String email, long cents, String note) {
        return to(accounts.withEmail(email).orElseThrow(NoSuchAccount::new).id(), cents, note);
    }

    /**
     * The balance of an account.
     *
     * @throws NoSuchAccount when there is none with this id
     */
    public Balance balance(UUID account) {
        require(account);
        return credits.balance(account);
    }

    private void require(UUID account) {
        boolean exists = Sql.number(entities, "select created_at from account where id = ?", account.toString())
                .isPresent();
        if (!exists) {
            throw new NoSuchAccount();
        }
    }
}
