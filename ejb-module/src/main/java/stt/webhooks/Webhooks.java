package stt.webhooks;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import stt.accounts.WebhookSecrets;

/** Where messages to accounts' receivers begin. */
@Stateless
public class Webhooks {

    @EJB
    private Messages messages;

    @EJB
    private Deliveries deliveries;

    @EJB
    private WebhookSecrets secrets;

    @Inject
    private WebhookSettings settings;

    @Inject
    private Clock clock;

    /** For the container. */
    public Webhooks() {}

    /**
     * Sees whether messages of {@code account} can go to {@code url}.
     *
     * @throws InvalidReceiver when they cannot
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void check(UUID account, String url) {
        Receiver.check(url, WebhookSettings.schemes(settings.allowHttp()), settings.addresses());
        if (secrets.signingSecrets(account).isEmpty()) {
            throw new InvalidReceiver("callback_url needs a secret to sign with. Make one first: POST"
                    + " /api/v1/account/webhook-secret/");
        }
    }

    /** Has {@code body}, a JSON object, delivered to {@code url} once the caller's transaction has committed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void queue(UUID account, String url, String body) {
        Message message = new Message(UUID.randomUUID(), account, url, body, 0, clock.instant());
        messages.add(message);
        deliveries.add(message.id());
    }
}
