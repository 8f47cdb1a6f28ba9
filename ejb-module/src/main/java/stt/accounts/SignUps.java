package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Sign-ups in the database: those that wait for their address to be verified, and how they become accounts. */
@Stateless
public class SignUps {

    static final String FIRST_KEY = "First key";

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Accounts accounts;

    /** For the container. */
    public SignUps() {}

    SignUps(EntityManager entities) {
        this.entities = entities;
        this.accounts = new Accounts(entities);
    }

    /** Keeps one that waits. */
    public void add(PendingSignUp signUp) {
        entities.persist(signUp);
    }

    /**
     * Makes the account at once.
     *
     * @throws EmailTaken when another account has the address
     */
    public Account activate(PendingSignUp signUp) {
        Account account = new Account(signUp, signUp.createdAt());
        accounts.add(account);
        entities.persist(new ApiKey(account, FIRST_KEY, signUp));
        return account;
    }

    /**
     * Makes the account of the sign-up that {@code link} was mailed for, and forgets all others with its address. Empty when
     * there is none, or none any more.
     *
     * @throws EmailTaken when another account got the address in the meantime
     */
    public Optional<Account> follow(SecretToken link, Instant now) {
        Optional<PendingSignUp> signUp = entities.createQuery(
                        "select s from PendingSignUp s where s.linkHash = :hash and s.expiresAt > :now",
                        PendingSignUp.class)
                .setParameter("hash", link.hash())
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
        return signUp.map(found -> {
            Account account = activate(found);
            entities.createQuery("delete from PendingSignUp s where s.email = :email")
                    .setParameter("email", found.email())
                    .executeUpdate();
            return account;
        });
    }
}
