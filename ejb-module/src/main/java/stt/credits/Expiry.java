package stt.credits;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The end of leases. */
@Stateless
public class Expiry {

    private static final int AT_ONCE = 100;
    private static final Duration QUOTAS_KEPT = Duration.ofDays(7); // for questions; nothing reads them

    @EJB
    private HoldRows rows;

    @EJB
    private Holds holds;

    @EJB
    private Meters meters;

    @Inject
    private Clock clock;

    /** Has the leases of {@code reservations} end no sooner than {@code lease} from now. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void renew(Set<UUID> reservations, Duration lease) {
        rows.renew(reservations, clock.instant().plus(lease));
    }

    /** Ends reservations whose lease has expired, each in a transaction of its own, and forgets old quotas. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void sweep() {
        Instant now = clock.instant();
        List<UUID> expired = rows.expired(now, AT_ONCE);
        expired.forEach(id -> holds.expire(id, now));
        meters.forget(now.minus(QUOTAS_KEPT));
    }
}
