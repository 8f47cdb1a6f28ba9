package stt.webhooks;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/** Sends messages, each on a connection of its own, to permitted addresses alone. Thread-safe. */
final class Sender implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sender.class.getName());

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final ScheduledExecutorService timers;

    /** Ends a try after {@code timeout}, however much of the answer has come; {@code timers} does that. */
    Sender(AddressRules addresses, Duration timeout, ScheduledExecutorService timers) {
        Timeout each = Timeout.of(timeout);
        this.timeout = timeout;
        this.timers = timers;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Permitted(addresses))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                        .setMaxConnTotal(Integer.MAX_VALUE)
                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(each)
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("stt")
                .build();
    }

    /** Sends {@code body}; the answer's status, or empty when there was none. Reads nothing of the answer but its head. */
    OptionalInt send(URI url, Map<String, String> headers, String body) {
        HttpPost post = new HttpPost(url);
        headers.forEach(post::setHeader);
        post.setHeader("Connection", "close");
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        ScheduledFuture<?> end = timers.schedule(post::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = client.executeOpen(null, post, null);
            post.abort(); // before closing, which would read the rest: an endless answer costs nothing
            Closer.closeQuietly(answer);
            return OptionalInt.of(answer.getCode());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a webhook was not delivered", e);
            return OptionalInt.empty();
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Resolves names to those of their addresses that are permitted: the connection is made to one of these. */
    private record Permitted(AddressRules addresses) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            for (InetAddress address : found) {
                if (!addresses.permit(address)) {
                    throw new UnknownHostException("the receiver has an address that nothing is sent to");
                }
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }
}
