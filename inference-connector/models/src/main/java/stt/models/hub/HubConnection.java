package stt.models.hub;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stt.models.sources.HubSource;
import stt.models.sources.SourceFailed;

/** Sends requests to a hub and follows its redirects. */
final class HubConnection {
    private static final int CONNECT_MILLIS = 20_000;
    private static final int SILENCE_MILLIS = 60_000;
    private static final int MOST_REDIRECTS = 5;
    private static final int PERMANENT_REDIRECT = 308;
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final String OTHERWISE = ", or fetch the files elsewhere and use --from DIR.";

    private final Hub hub;
    private final HubSource source;

    HubConnection(Hub hub, HubSource source) {
        this.hub = hub;
        this.source = source;
    }

    /** The address of the listing of the repository's files. */
    URI listing() {
        return address("/api/models/" + source.repository() + "/revision/" + source.revision() + "?blobs=true");
    }

    /** The address of a file. */
    URI file(String name) {
        return address("/" + source.repository() + "/resolve/" + source.revision() + "/" + name);
    }

    private URI address(String path) {
        return URI.create(hub.base() + path);
    }

    /**
     * Asks for an address. The caller reads the answer, whose status is 200, 206 or 416, and disconnects.
     *
     * @throws TryAgain when there is no answer, or one that may change
     * @throws SourceFailed when the hub refuses
     */
    HttpURLConnection get(URI address, Map<String, String> headers) throws TryAgain {
        URI next = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpURLConnection connection = send(next, headers);
            int status = status(connection);
            switch (status) {
                case HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_PARTIAL, RANGE_NOT_SATISFIABLE -> {
                    return connection;
                }
                case HttpURLConnection.HTTP_MOVED_PERM,
                        HttpURLConnection.HTTP_MOVED_TEMP,
                        HttpURLConnection.HTTP_SEE_OTHER,
                        TEMPORARY_REDIRECT,
                        PERMANENT_REDIRECT -> next = target(next, connection.getHeaderField("Location"));
                default -> throw refusal(status, connection);
            }
            connection.disconnect();
        }
        throw new SourceFailed("the hub " + hub.name() + " redirects without end.");
    }

    private HttpURLConnection send(URI address, Map<String, String> headers) throws TryAgain {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(SILENCE_MILLIS);
            connection.setUseCaches(false);
            connection.setRequestProperty("User-Agent", "stt");
            connection.setRequestProperty("Accept-Encoding", "identity");
            headers.forEach(connection::setRequestProperty);
            if (hub.serves(address)) {
                hub.token().ifPresent(token -> connection.setRequestProperty("Authorization", "Bearer " + token));
            }
            return connection;
        } catch (IOException e) {
            throw unreachable(address.getHost(), e);
        }
    }

    private int status(HttpURLConnection connection) throws TryAgain {
        try {
            return connection.getResponseCode();
        } catch (IOException e) {
            throw unreachable(connection.getURL().getHost(), e);
        }
    }

    private URI target(URI from, @Nullable String location) {
        try {
            URI target = from.resolve(String.valueOf(location));
            boolean encrypted = "https".equals(target.getScheme());
            if (location != null
                    && !location.isBlank()
                    && (encrypted || from.getScheme().equals(target.getScheme()))) {
                return target;
            }
        } catch (IllegalArgumentException e) {
            throw new SourceFailed("the hub " + hub.name() + " redirects to an address that is none.", e);
        }
        throw new SourceFailed("the hub " + hub.name() + " redirects to an address that is not safe.");
    }

    /** An exception's text may hold the address, its name does not. */
    TryAgain unreachable(String host, IOException cause) {
        return new TryAgain(
                "the models' hub cannot be reached (" + host + ": "
                        + cause.getClass().getSimpleName() + "); check the network, the proxy and STT_MODELS_HUB"
                        + OTHERWISE,
                cause);
    }

    private SourceFailed refusal(int status, HttpURLConnection connection) throws TryAgain {
        String host = connection.getURL().getHost();
        String retryAfter = connection.getHeaderField("Retry-After");
        connection.disconnect();
        if (status == TOO_MANY_REQUESTS || status == HttpURLConnection.HTTP_CLIENT_TIMEOUT || status >= 500) {
            throw new TryAgain(
                    "the models' hub is overloaded or out of order (" + host + " answers " + status
                            + "); try again later" + OTHERWISE,
                    seconds(retryAfter));
        }
        return new SourceFailed(
                switch (status) {
                    case HttpURLConnection.HTTP_UNAUTHORIZED -> unauthorized();
                    case HttpURLConnection.HTTP_FORBIDDEN ->
                        "the hub " + hub.name() + " refuses access to " + source.repository()
                                + "; its terms may have to be accepted there, or the token may not read it" + OTHERWISE;
                    case HttpURLConnection.HTTP_NOT_FOUND -> "the hub " + hub.name() + " has no " + source + OTHERWISE;
                    default -> "the hub " + hub.name() + " answers " + status + " for " + source + OTHERWISE;
                });
    }

    private String unauthorized() {
        return hub.token().isPresent()
                ? "the hub " + hub.name() + " does not accept the token that STT_MODELS_HUB_TOKEN or HF_TOKEN holds."
                : "the hub " + hub.name() + " wants a token for " + source.repository()
                        + "; set STT_MODELS_HUB_TOKEN, or HF_TOKEN for the public hub" + OTHERWISE;
    }

    private static Duration seconds(@Nullable String header) {
        return header != null && header.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header))
                : Duration.ZERO;
    }
}
