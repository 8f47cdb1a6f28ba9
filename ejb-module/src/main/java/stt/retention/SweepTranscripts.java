package stt.retention;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.retention.Retention.Expired;
import stt.transcripts.NoSuchTranscript;
import stt.transcripts.RemoveTranscript;

/** Removes transcripts whose time is over. Any node may; one does. */
@Singleton
@Startup
@DependsOn("Migrate")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SweepTranscripts {

    private static final System.Logger LOG = System.getLogger(SweepTranscripts.class.getName());
    private static final int AT_ONCE = 100;

    @EJB
    private Retention retention;

    @EJB
    private RemoveTranscript remove;

    @Resource
    private TimerService timers;

    @Inject
    @ConfigProperty(name = "stt.transcripts.sweep-every")
    private Duration every;

    @Inject
    private Clock clock;

    private final AtomicBoolean sweeping = new AtomicBoolean();

    @PostConstruct
    void start() {
        timers.createIntervalTimer(every.toMillis(), every.toMillis(), new TimerConfig(null, false));
    }

    /** One round; a round that begins while another is under way does nothing. */
    @Timeout
    void sweep() {
        if (!sweeping.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant now = clock.instant();
            // A little less than the timers' pause: they drift, and a round must not be missed for a millisecond.
            if (retention.claim(now, every.dividedBy(2))) {
                removeExpired(now);
            }
        } finally {
            sweeping.set(false);
        }
    }

    private void removeExpired(Instant now) {
        int removed = 0;
        for (List<Expired> some = retention.expired(now, AT_ONCE);
                !some.isEmpty();
                some = retention.expired(now, AT_ONCE)) {
            some.forEach(this::remove);
            removed += some.size();
        }
        if (removed > 0) {
            LOG.log(Level.INFO, "Removed {0} transcripts whose time was over", removed);
        }
    }

    private void remove(Expired expired) {
        try {
            remove.run(expired.account(), expired.transcript());
        } catch (NoSuchTranscript e) {
            // Its owner was faster.
        }
    }
}
