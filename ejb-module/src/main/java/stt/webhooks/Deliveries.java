package stt.webhooks;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.accounts.WebhookSecrets;
import stt.schedule.Schedule;
import stt.schedule.Threads;

/** This node's part in delivering messages. Thread-safe. */
@Singleton
@Startup
@DependsOn("Migrate")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Deliveries {

    private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());
    private static final int GONE = 410;
    private static final int SUCCESS = 2; // hundreds

    @EJB
    private Messages messages;

    @EJB
    private WebhookSecrets secrets;

    @Inject
    private WebhookSettings settings;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "stt.jobs.poll")
    private Duration poll;

    @Inject
    @ConfigProperty(name = "stt.jobs.heartbeat")
    private Duration heartbeat;

    @Resource(lookup = "java:app/jdbc/main")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService timers;

    @SuppressWarnings("NullAway.Init") // as the container calls start() before anything else
    private Schedule schedule;

    @SuppressWarnings("NullAway.Init")
    private Sender sender;

    @PostConstruct
    void start() {
        sender = new Sender(settings.addresses(), settings.timeout(), timers);
        schedule = new Schedule(
                new Schedule.Plan("scheduled_webhook", settings.senders(), poll, heartbeat),
                database,
                new Threads(executor, timers),
                this::deliver);
        schedule.start();
    }

    @PreDestroy
    void stop() {
        schedule.stop(Duration.ZERO, sender::close);
    }

    /** To be delivered once the caller's transaction has committed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(UUID message) {
        schedule.add(message.toString(), 0);
    }

    private Optional<Instant> deliver(String id) {
        return messages.find(UUID.fromString(id)).flatMap(this::deliver);
    }

    private Optional<Instant> deliver(Message message) {
        OptionalInt status = sender.send(URI.create(message.url()), headers(message), message.body());
        if (status.orElse(0) / 100 == SUCCESS) {
            messages.remove(message.id());
            return Optional.empty();
        }
        Optional<Instant> next = status.orElse(0) == GONE
                ? Optional.empty()
                : settings.retries().after(message.tries() + 1, message.created(), clock.instant());
        if (next.isPresent()) {
            messages.failed(message.id());
        } else {
            messages.remove(message.id());
            LOG.log(
                    Level.WARNING,
                    "Webhook {0} of account {1} is given up after {2} tries; the last was answered with {3}",
                    message.id(),
                    message.account(),
                    message.tries() + 1,
                    status.isPresent() ? status.getAsInt() : "nothing");
        }
        return next;
    }

    private Map<String, String> headers(Message message) {
        Instant now = clock.instant();
        String id = "msg_" + message.id();
        List<String> signing = secrets.signingSecrets(message.account());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature", Signatures.header(signing, id, now, message.body()));
    }
}
