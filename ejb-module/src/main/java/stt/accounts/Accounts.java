package stt.accounts;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The accounts in the database. */
@Stateless
public class Accounts {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Accounts() {}

    /** On {@code entities}, outside the container. */
    public Accounts(EntityManager entities) {
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
        flush();
    }

    private void flush() {
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

    /** The account with this id, if there is one. */
    public Optional<Account> withId(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id.toString()));
    }

    /** The account of somebody who is known to have one. */
    public Account existing(UUID id) {
        return withId(id).orElseThrow(() -> new IllegalStateException("the account of a caller is gone"));
    }

    /** Locks the row until the transaction ends, so that what depends on it is decided by one at a time. */
    public Account locked(UUID id) {
        return Objects.requireNonNull(entities.find(Account.class, id.toString(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Writes down what has changed. @throws EmailTaken when the new address belongs to another account */
    public void changed() {
        flush();
    }

    /** Accounts by address, {@code count} of them from {@code first} on; with {@code email}, that account alone. */
    public List<Account> list(Optional<String> email, int first, int count) {
        return entities.createQuery(
                        "select a from Account a where :email = '' or a.email = :email order by a.email", Account.class)
                .setParameter("email", email.map(Account::canonical).orElse(""))
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    /** How many accounts {@link #list} has in all. */
    public long count(Optional<String> email) {
        return entities.createQuery("select count(a) from Account a where :email = '' or a.email = :email", Long.class)
                .setParameter("email", email.map(Account::canonical).orElse(""))
                .getSingleResult();
    }

    /** The ids of all administrators; their rows are locked, so that two cannot step back at the same moment. */
    public List<Account> lockedAdministrators() {
        return entities.createQuery("select a from Account a where a.role = :admin order by a.id", Account.class)
                .setParameter("admin", Role.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
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
