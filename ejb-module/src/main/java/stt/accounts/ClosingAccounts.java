package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps in the database by which an account is closed. */
@Stateless
public class ClosingAccounts {

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Accounts accounts;

    @EJB
    private Sessions sessions;

    /** For the container. */
    public ClosingAccounts() {}

    ClosingAccounts(EntityManager entities) {
        this.entities = entities;
        this.accounts = new Accounts(entities);
        this.sessions = new Sessions(entities);
    }

    /**
     * Nobody calls with {@code account} from now on: its keys are revoked, its browsers signed out.
     *
     * @throws LastAdministrator when nobody would be one any more
     */
    public void shutOut(UUID account, Instant now) {
        List<Account> administrators = accounts.lockedAdministrators();
        if (administrators.equals(List.of(accounts.existing(account)))) {
            throw new LastAdministrator();
        }
        entities.createQuery(
                        "update ApiKey k set k.revokedAt = :now where k.account.id = :account and k.revokedAt is null")
                .setParameter("now", now)
                .setParameter("account", account.toString())
                .executeUpdate();
        sessions.closeAll(account, Optional.empty());
    }

    /** Removes the account's row; what refers to it goes with it. */
    public void remove(UUID account) {
        entities.createQuery("delete from Account a where a.id = :id")
                .setParameter("id", account.toString())
                .executeUpdate();
    }
}
