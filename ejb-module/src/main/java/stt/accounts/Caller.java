package stt.accounts;

import java.util.Optional;
import java.util.UUID;

/**
 * Who sent a request.
 *
 * @param account empty for a caller without a key
 * @param tier what limits apply
 */
public record Caller(Optional<UUID> account, Tier tier) {

    /** Nobody in particular. */
    public static final Caller ANONYMOUS = new Caller(Optional.empty(), Tier.ANONYMOUS);

    public Caller {
        if (account.isEmpty() != (tier == Tier.ANONYMOUS)) {
            throw new IllegalArgumentException("only a caller without an account is anonymous, found " + tier);
        }
    }

    /** The owner of {@code account}. */
    public static Caller of(Account account) {
        return new Caller(Optional.of(account.id()), account.tier());
    }

    /** Whether this is an administrator. */
    public boolean isAdministrator() {
        return tier == Tier.ADMINISTRATOR;
    }
}
