package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import stt.mail.SendMail;

/** Closes an account for its owner, with everything that belongs to it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CloseAccount {

    @EJB
    private ChangePassword passwords;

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
     * @throws WrongLogin when {@code password} is not the account's
     * @throws TooManyAttempts when that happened too often
     * @throws LastAdministrator when nobody would be one any more
     */
    public void run(UUID account, String password) {
        Account owner = passwords.owner(account, password);
        closing.shutOut(account, clock.instant());
        closes.fire(new AccountCloses(account));
        closing.remove(account);
        if (settings.verifiesAddresses()) {
            mail.later(settings.letters().accountClosed(owner.email()));
        }
    }
}
