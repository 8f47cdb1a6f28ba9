package stt.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the server listens for HTTP. */
final class Listener {

    private static final int PROBE_TIMEOUT_MILLIS = 5_000;
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"(\\w+)\"");

    private final InetAddress address;
    private final int port;

    private Listener(InetAddress address, int port) {
        this.address = address;
        this.port = port;
    }

    static Listener of(Settings settings) {
        try {
            return new Listener(InetAddress.getByName(settings.bindAddress()), settings.port());
        } catch (UnknownHostException e) {
            throw new Refused("STT_BIND is \"%s\", which is no address.".formatted(settings.bindAddress()), e);
        }
    }

    /** The address that a program on this machine uses. */
    URI localAddress() {
        String host =
                address.isAnyLocalAddress() || address.isLoopbackAddress() ? "localhost" : address.getHostAddress();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port));
    }

    /** Whether only programs on this machine reach the server. */
    boolean isLocalOnly() {
        return address.isLoopbackAddress();
    }

    /**
     * Finds out whether the port is free.
     *
     * @throws Refused if it is not, or if the address is not one of this machine's
     */
    void refuseIfTaken() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new Refused(
                    isOfThisMachine()
                            ? "Port %d is in use by another program: stop it, or set STT_PORT to a free port."
                                    .formatted(port)
                            : "STT_BIND is %s, which is not an address of this machine."
                                    .formatted(address.getHostAddress()),
                    e);
        }
    }

    /** Whether the application answers now. */
    boolean answers() {
        return get("/health/live").isPresent();
    }

    /** What {@code GET /health} says of recognition: {@code ok}, {@code loading}, {@code degraded} or {@code unavailable}. */
    String health() {
        return get("/health")
                .map(STATUS::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse("unknown");
    }

    /** The body of a 200. */
    private Optional<String> get(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) localAddress().resolve(path).toURL().openConnection();
            connection.setConnectTimeout(PROBE_TIMEOUT_MILLIS);
            connection.setReadTimeout(PROBE_TIMEOUT_MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            return Optional.of(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // Nobody listens yet.
        }
    }

    private boolean isOfThisMachine() {
        try (ServerSocket anyPort = new ServerSocket()) {
            anyPort.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
