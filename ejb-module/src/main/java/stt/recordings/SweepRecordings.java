package stt.recordings;

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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import stt.transcripts.Library;

/** Takes away recordings that no transcript owns to. Every node does, in the folder that it sees; twice does no harm. */
@Singleton
@Startup
@DependsOn("Migrate")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SweepRecordings {

    private static final System.Logger LOG = System.getLogger(SweepRecordings.class.getName());

    /** Longer than a transaction takes from placing a file to its end. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    @EJB
    private Library library;

    @Resource
    private TimerService timers;

    @Inject
    private RecordingSettings settings;

    @Inject
    private Clock clock;

    private final AtomicBoolean sweeping = new AtomicBoolean();

    @PostConstruct
    void start() {
        long pause = settings.sweepEvery().toMillis();
        timers.createIntervalTimer(pause, pause, new TimerConfig(null, false));
    }

    /** One round; a round that begins while another is under way does nothing. */
    @Timeout
    void sweep() {
        if (!sweeping.compareAndSet(false, true)) {
            return;
        }
        try {
            RecordingFolder folder = settings.folder();
            List<UUID> settled = folder.placedBefore(clock.instant().minus(SETTLED));
            for (int from = 0; from < settled.size(); from += AT_ONCE) {
                remove(folder, settled.subList(from, Math.min(settled.size(), from + AT_ONCE)));
            }
        } finally {
            sweeping.set(false);
        }
    }

    private void remove(RecordingFolder folder, List<UUID> transcripts) {
        List<UUID> orphans = library.withoutRecording(transcripts);
        orphans.forEach(folder::remove);
        if (!orphans.isEmpty()) {
            LOG.log(Level.INFO, "Removed {0} recordings that belonged to no transcript", orphans.size());
        }
    }
}
