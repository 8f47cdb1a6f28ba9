package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import stt.mail.SendMail;

/** Closes an account for its owner, with everything that belongs to it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CloseAccount {

    /** How long ago the owner must have shown the password, at most. */
    static final Duration RECENTLY = Duration.ofMinutes(10);

    @EJB
    private Accounts accounts;

    @EJB
    private ClosingAccounts closing;

    @EJB
    private SendMail mail;

    @Inject
    private Event<AccountCloses> closes;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    /**
     * Removes the account. From the first step on nobody can call with it; a step that fails leaves an account whose owner can
     * sign in and close it again.
     *
     * @param session of the owner; empty for somebody who has a key, which is not enough
     * @throws SignInAgain when there is no session, or not one that was signed in within the last ten minutes
     * @throws LastAdministrator when nobody would be one any more
     */
    public void run(UUID account, Optional<Session> session) {
        Instant now = clock.instant();
        if (session.isEmpty() || !isRecent(session.get(), now)) {
            throw new SignInAgain();
        }
        String email = accounts.existing(account).email();
        closing.shutOut(account, now);
        closes.fire(new AccountCloses(account));
        closing.remove(account);
        if (settings.verifiesAddresses()) {
            mail.later(settings.letters().accountClosed(email));
        }
    }

    static boolean isRecent(Session session, Instant now) {
        return now.isBefore(session.began().plus(RECENTLY));
    }
}
