package stt.credits;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import stt.accounts.Caller;

/** Where callers stand, for those who ask before they send work. Nothing changes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Standings {

    @EJB
    private Meters meters;

    @Inject
    private Allowances allowances;

    @Inject
    private Clock clock;

    /** The limit that matters for work of {@code kind}: the quota, or the requests at once where there is none. */
    public Standing of(Caller caller, String clientAddress, Work.Kind kind) {
        CallerName name = CallerName.of(caller, clientAddress);
        int most = allowances.concurrency(caller.tier());
        return allowances
                .quota(caller.tier(), kind)
                .map(quota -> quota.standing(Math.max(0, meters.spoken(name, quota)), clock.instant()))
                .orElseGet(() -> new Standing(
                        most,
                        Math.max(0, most - Math.max(0, meters.taken(name))),
                        Duration.ofSeconds(1),
                        Duration.ZERO));
    }
}
