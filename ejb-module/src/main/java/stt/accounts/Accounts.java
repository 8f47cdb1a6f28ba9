package stt.accounts;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;

/** The accounts in the database. */
@Stateless
public class Accounts {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Accounts() {}

    Accounts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Stores a new account.
     *
     * @throws EmailTaken when another account has its address, also when both came at the same moment
     */
    public void add(Account account) {
        if (withEmail(account.email()).isPresent()) {
            throw new EmailTaken();
        }
        insert(account);
    }

    /** Leaves it to the database to refuse an address that is taken. */
    void insert(Account account) {
        entities.persist(account);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (isDuplicate(e)) {
                throw new EmailTaken();
            }
            throw e;
        }
    }

    /** The account that signs in with {@code email}, in whatever case. */
    public Optional<Account> withEmail(String email) {
        return entities.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", Account.canonical(email))
                .getResultStream()
                .findFirst();
    }

    /** The administrator that has been there longest. */
    public Optional<Account> firstAdministrator() {
        return entities.createQuery(
                        "select a from Account a where a.role = :admin order by a.createdAt, a.id", Account.class)
                .setParameter("admin", Role.ADMIN)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** SQLSTATE class 23: an integrity constraint is violated; the address is the only one a new account can violate. */
    private static boolean isDuplicate(PersistenceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("23")) {
                return true;
            }
        }
        return false;
    }
}
