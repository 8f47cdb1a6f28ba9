package stt.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stt.networks.Network;

class SenderTest {

    private static final AddressRules LOOPBACK =
            new AddressRules(List.of(Network.of("127.0.0.0/8"), Network.of("::1")));
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        timers.shutdownNow();
    }

    @Test
    void sendsBodyAndHeaders() {
        answer("/hook", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            received.add(exchange.getRequestHeaders().getFirst("content-type"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
        });

        assertThat(send(LOOPBACK, LONG, "http://localhost:" + port() + "/hook")).isEqualTo(204);
        assertThat(received).containsExactly("msg_1", "application/json; charset=UTF-8", "{\"é\": 1}");
    }

    @Test
    void connectsToNoAddressThatIsForbiddenWhateverItsName() {
        answer("/hook", exchange -> {
            received.add("connected");
            exchange.sendResponseHeaders(200, -1);
        });

        AddressRules none = new AddressRules(List.of());
        assertThat(send(none, LONG, "http://localhost:" + port() + "/hook")).isZero();
        assertThat(send(none, LONG, "http://127.0.0.1:" + port() + "/hook")).isZero();
        assertThat(received).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        answer("/hook", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });
        answer("/elsewhere", exchange -> {
            received.add("followed");
            exchange.sendResponseHeaders(200, -1);
        });

        assertThat(send(LOOPBACK, LONG, "http://127.0.0.1:" + port() + "/hook")).isEqualTo(307);
        assertThat(received).isEmpty();
    }

    @Test
    void readsNoEndlessAnswer() {
        CompletableFuture<Boolean> cutOff = new CompletableFuture<>();
        answer("/hook", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write("again and again\n".getBytes(US_ASCII));
                }
            } catch (IOException closed) {
                cutOff.complete(true);
                throw closed;
            }
        });

        assertThat(send(LOOPBACK, LONG, "http://127.0.0.1:" + port() + "/hook")).isEqualTo(200);
        assertThat(cutOff.join()).isTrue();
    }

    @Test
    void givesUpOnWhoSaysNothing() {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        answer("/hook", exchange -> end.join());

        assertThat(send(LOOPBACK, Duration.ofMillis(200), "http://127.0.0.1:" + port() + "/hook"))
                .isZero();
        end.complete(true);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void answer(String path, Answer answer) {
        receiver.createContext(path, exchange -> {
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    private int port() {
        return receiver.getAddress().getPort();
    }

    private int send(AddressRules rules, Duration timeout, String url) {
        try (Sender sender = new Sender(rules, timeout, timers)) {
            return sender.send(URI.create(url), Map.of("webhook-id", "msg_1"), "{\"é\": 1}")
                    .orElse(0);
        }
    }
}
