package stt.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signs browsers in with address and password. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String FROM_ADDRESS = "sign-in from";
    private static final String TO_ACCOUNT = "sign-in to";

    /** How many times as many tries one client has at all accounts, and all clients have at one account. */
    private static final int MANY = 10;

    /** Of one client at one account. */
    private static final String PAIR = "sign-in";

    @EJB
    private Accounts accounts;

    @EJB
    private Sessions sessions;

    @EJB
    private Throttle throttle;

    @Inject
    private Passwords passwords;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    private String nobodysHash = "";

    /** Verifying against it takes as long as against a real one. */
    @PostConstruct
    void prepare() {
        nobodysHash = passwords.nobodysHash();
    }

    /**
     * A new session.
     *
     * <p>Guessing is limited three times: for one client at one account, so that one who guesses does not lock the owner out;
     * for one client at all accounts; and for all clients at one account.
     *
     * @param clientAddress a literal IP address
     * @throws WrongLogin when there is no such account, or the password is another
     * @throws TooManyAttempts when too many were made
     */
    public Session start(String email, String password, String clientAddress) {
        String address = Account.canonical(email);
        int limit = settings.signInTries();
        throttle.count(PAIR, address + ' ' + clientAddress, limit, WINDOW);
        throttle.count(FROM_ADDRESS, clientAddress, limit * MANY, WINDOW);
        throttle.count(TO_ACCOUNT, address, limit * MANY, WINDOW);
        Optional<Account> account = accounts.withEmail(address);
        boolean right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(nobodysHash));
        if (account.isEmpty() || !right) {
            throw new WrongLogin();
        }
        throttle.forget(PAIR, address + ' ' + clientAddress);
        Instant now = clock.instant();
        SecretToken cookie = sessions.open(account.get(), now);
        return new Session(
                cookie,
                Caller.of(account.get()),
                now,
                now.plus(settings.sessionLife().idle()));
    }
}
