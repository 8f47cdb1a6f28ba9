package stt.credits;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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

    /** What is left of the quotas of an account; empty where it has none. */
    public List<Quota> quotas(Caller caller) {
        CallerName name = CallerName.of(caller, "");
        return Stream.of(Work.Kind.values())
                .flatMap(kind -> allowances.quota(caller.tier(), kind).stream().map(quota -> quota(kind, quota, name)))
                .toList();
    }

    /** How many requests of an account may run at once, and how many more than now. */
    public Standing atOnce(Caller caller) {
        return atOnce(CallerName.of(caller, ""), allowances.concurrency(caller.tier()));
    }

    private Quota quota(Work.Kind kind, Allowance quota, CallerName name) {
        Standing standing = quota.standing(Math.max(0, meters.spoken(name, quota)), clock.instant());
        return new Quota(kind, standing.limit(), standing.remaining(), quota.ends());
    }

    private Standing atOnce(CallerName name, int most) {
        long taken = Math.max(0, meters.taken(name));
        return new Standing(most, Math.max(0, most - taken), Duration.ofSeconds(1), Duration.ZERO);
    }

    /** The limit that matters for work of {@code kind}: the quota, or the requests at once where there is none. */
    public Standing of(Caller caller, String clientAddress, Work.Kind kind) {
        CallerName name = CallerName.of(caller, clientAddress);
        return allowances
                .quota(caller.tier(), kind)
                .map(quota -> quota.standing(Math.max(0, meters.spoken(name, quota)), clock.instant()))
                .orElseGet(() -> atOnce(name, allowances.concurrency(caller.tier())));
    }
}
