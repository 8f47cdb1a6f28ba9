package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the person at the machine may do without a key: whoever reaches this is trusted already. */
@Stateless
public class LocalAdministration {

    private static final String FIRST_KEY = "First key";
    private static final String NAMELESS_KEY = "Made at the command line";

    /** How to sign in; the password can be read here alone. */
    public record Login(String login, String password) {
        @Override
        public String toString() {
            return login;
        }
    }

    /** A new administrator: how to sign in, and how to call. */
    public record FirstAdministrator(Login login, KeySecret key) {}

    @EJB
    private Accounts accounts;

    @EJB
    private ApiKeys keys;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "stt.accounts.first-administrator")
    private String email;

    /**
     * Makes the first administrator, with a password and a key.
     *
     * @throws AdministratorExists when there is one, also when two calls come at the same moment
     */
    public FirstAdministrator createFirst() {
        if (accounts.firstAdministrator().isPresent()) {
            throw new AdministratorExists();
        }
        Instant now = clock.instant();
        String password = passwords.random();
        Account account = new Account(email, "Administrator", Role.ADMIN, Plan.PAID, passwords.hash(password), now);
        try {
            accounts.add(account);
        } catch (EmailTaken e) {
            throw new AdministratorExists();
        }
        return new FirstAdministrator(new Login(account.email(), password), keys.create(account, FIRST_KEY, now));
    }

    /**
     * Makes another key for the first administrator.
     *
     * @throws NoAdministrator when there is none
     */
    public KeySecret newKey(Optional<String> name) {
        return keys.create(administrator(), name.orElse(NAMELESS_KEY), clock.instant());
    }

    /**
     * Gives the first administrator another password.
     *
     * @throws NoAdministrator when there is none
     */
    public Login resetPassword() {
        Account account = administrator();
        String password = passwords.random();
        account.changePassword(passwords.hash(password));
        return new Login(account.email(), password);
    }

    private Account administrator() {
        return accounts.firstAdministrator().orElseThrow(NoAdministrator::new);
    }
}
