package stt.web.accounts;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import stt.accounts.Account;
import stt.accounts.Caller;
import stt.accounts.Limits;
import stt.credits.GrantCredits;
import stt.credits.Standing;
import stt.credits.Standings;

/** Collects what an account is shown with. Thread-safe. */
@ApplicationScoped
public class AccountView {

    @EJB
    private GrantCredits credits;

    @EJB
    private Standings standings;

    @Inject
    private Limits limits;

    /** {@code account} with its credits and limits as they are now. */
    public AccountJson of(Account account) {
        return AccountJson.of(account, credits.balance(account.id()), limits(Caller.of(account)));
    }

    private LimitsJson limits(Caller caller) {
        Standing atOnce = standings.atOnce(caller);
        return new LimitsJson(
                limits.of(caller.tier()).largestFile(),
                atOnce.limit(),
                atOnce.remaining(),
                standings.quotas(caller).stream().map(QuotaJson::of).toList());
    }
}
