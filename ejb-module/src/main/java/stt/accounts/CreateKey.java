package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes another key for an account. */
@Stateless
public class CreateKey {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_KEYS = 100; // nobody needs more, and every list of them stays short

    @EJB
    private Accounts accounts;

    @EJB
    private ApiKeys keys;

    private Clock clock = Clock.systemUTC();

    /** For the container. */
    public CreateKey() {}

    @Inject
    void tellTheTime(Clock injected) {
        clock = injected;
    }

    CreateKey(Accounts accounts, ApiKeys keys, Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The new key.
     *
     * @param expires when it ends by itself, if ever
     * @throws InvalidAccount when the name or the time cannot be, or there are too many keys
     */
    public ApiKeys.NewKey create(UUID account, String name, Optional<Instant> expires) {
        Instant now = clock.instant();
        if (expires.isPresent() && !expires.get().isAfter(now)) {
            throw new InvalidAccount("invalid_expiry", "The field expires must be a time in the future.");
        }
        String checked = AccountRules.name(name, LONGEST_NAME);
        if (keys.of(account).size() >= MOST_KEYS) {
            throw new InvalidAccount(
                    "too_many_keys", "An account may have " + MOST_KEYS + " keys. Revoke one that is not used.");
        }
        return keys.create(accounts.existing(account), checked, now, expires);
    }
}
