package stt.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.networks.Network;

/** The keys {@code stt.webhooks.*}. Thread-safe. */
@ApplicationScoped
public class WebhookSettings {

    @Inject
    @ConfigProperty(name = "stt.webhooks.allowed-networks")
    private Optional<String> allowedNetworks;

    @Inject
    @ConfigProperty(name = "stt.webhooks.allow-http")
    private boolean allowHttp;

    @Inject
    @ConfigProperty(name = "stt.webhooks.timeout")
    private Duration timeout;

    @Inject
    @ConfigProperty(name = "stt.webhooks.retry-after")
    private Duration retryAfter;

    @Inject
    @ConfigProperty(name = "stt.webhooks.give-up-after")
    private Duration giveUpAfter;

    @Inject
    @ConfigProperty(name = "stt.webhooks.senders")
    private int senders;

    /** Where messages may go. */
    AddressRules addresses() {
        return new AddressRules(allowedNetworks.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::of)
                .toList());
    }

    boolean allowHttp() {
        return allowHttp;
    }

    /** For all of one try. */
    Duration timeout() {
        return timeout;
    }

    /** When tries are made. */
    Retries retries() {
        return new Retries(retryAfter, giveUpAfter);
    }

    int senders() {
        return senders;
    }

    static List<String> schemes(boolean allowHttp) {
        return allowHttp ? List.of("https", "http") : List.of("https");
    }
}
