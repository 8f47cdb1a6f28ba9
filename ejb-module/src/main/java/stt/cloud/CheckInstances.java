package stt.cloud;

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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the private instances how they are, again and again. */
@Singleton
@Startup
@DependsOn("Migrate")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckInstances {

    /** How often each node looks for instances that are due, compared with how often one is due. */
    private static final int LOOKS = 4;

    @EJB
    private CloudInstances instances;

    @Resource
    private TimerService timers;

    @Inject
    @ConfigProperty(name = "stt.cloud.check-every")
    private Duration every;

    @Inject
    @ConfigProperty(name = "stt.cloud.check-timeout")
    private Duration timeout;

    private final AtomicBoolean checking = new AtomicBoolean();

    @SuppressWarnings("NullAway.Init") // as the container calls start() before anything else
    private Probe probe;

    @PostConstruct
    void start() {
        probe = new Probe(timeout);
        long pause = Math.max(1_000, every.toMillis() / LOOKS);
        timers.createIntervalTimer(pause, pause, new TimerConfig(null, false));
    }

    /** One round; a round that begins while another is under way does nothing. */
    @Timeout
    void check() {
        if (!checking.compareAndSet(false, true)) {
            return;
        }
        try {
            checkDue();
        } finally {
            checking.set(false);
        }
    }

    private void checkDue() {
        Map<UUID, CompletableFuture<Probe.Finding>> answers = new LinkedHashMap<>();
        instances.claimDue(every).forEach(due -> answers.put(due.id(), probe.ask(due.endpoint())));
        // On this thread, which is the container's: the client's own know nothing of transactions.
        answers.forEach((id, answer) -> instances.checked(id, answer.join()));
    }
}
