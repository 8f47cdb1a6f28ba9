package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.UUID;

/** The hashes of passwords in the database. */
@Stateless
public class StoredPasswords {

    @EJB
    private Accounts accounts;

    @EJB
    private Sessions sessions;

    /** Gives the account another password, and signs all browsers out but the one with the cookie {@code kept}. */
    public void replace(UUID account, String hash, Optional<SecretToken> kept) {
        accounts.existing(account).changePassword(hash);
        sessions.closeAll(account, kept);
    }
}
