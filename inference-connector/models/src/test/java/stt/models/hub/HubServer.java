package stt.models.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A hub on this machine: one repository at one commit, its large files behind a redirect to a second server, as the public
 * hub has them. Faults are queued and happen one per request.
 */
public final class HubServer implements AutoCloseable {
    public static final String REPOSITORY = "somebody/model";
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final int LARGE = 100;

    private final HttpServer hub;
    private final HttpServer storage;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> tokensAtHub = new CopyOnWriteArrayList<>();
    final List<String> tokensAtStorage = new CopyOnWriteArrayList<>();
    String wantedToken = "";
    String entityTag = "\"one\"";

    /** What a server does instead of what it should. */
    @FunctionalInterface
    interface Fault {
        void happen(HttpExchange exchange, byte[] content) throws IOException;
    }

    public HubServer() throws IOException {
        hub = start(this::answer);
        storage = start(this::store);
    }

    private HttpServer start(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
        return server;
    }

    public HubServer with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** What the second server was asked for: file and range. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public Hub hub() {
        return new Hub(address(hub), Optional.empty());
    }

    Hub hub(String token) {
        return new Hub(address(hub), Optional.of(token));
    }

    /** The next request for a large file's content ends so. */
    HubServer fault(Fault fault) {
        faults.add(fault);
        return this;
    }

    static Fault status(int status, String... header) {
        return (exchange, content) -> {
            if (header.length == 2) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Announces all of the rest and ends the connection after some bytes. */
    static Fault endsAfter(int bytes) {
        return (exchange, content) -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
            throw new IOException("as if the cable had been pulled");
        };
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        tokensAtHub.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (!wantedToken.isEmpty() && !("Bearer " + wantedToken).equals(tokensAtHub.get(tokensAtHub.size() - 1))) {
            exchange.sendResponseHeaders(401, -1);
        } else if (path.equals("/api/models/" + REPOSITORY + "/revision/" + COMMIT)) {
            send(exchange, listing().getBytes(StandardCharsets.UTF_8));
        } else {
            String name = path.substring(path.lastIndexOf('/') + 1);
            byte[] content = files.get(name);
            if (content == null || !path.equals("/" + REPOSITORY + "/resolve/" + COMMIT + "/" + name)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (content.length > LARGE) {
                exchange.getResponseHeaders().set("Location", address(storage) + "/" + name + "?signature=secret");
                exchange.sendResponseHeaders(302, -1);
            } else {
                send(exchange, content);
            }
        }
    }

    private void store(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
        requests.add(name + " " + range);
        tokensAtStorage.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] content = files.getOrDefault(name, new byte[0]);
        Fault fault = faults.poll();
        if (fault != null) {
            fault.happen(exchange, content);
            return;
        }
        exchange.getResponseHeaders().set("ETag", entityTag);
        boolean same = entityTag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        if (!range.startsWith("bytes=") || !same) {
            send(exchange, content);
            return;
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
        exchange.sendResponseHeaders(206, content.length - from);
        exchange.getResponseBody().write(content, from, content.length - from);
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    private String listing() {
        JsonArrayBuilder siblings = Json.createArrayBuilder();
        files.forEach((name, content) -> {
            JsonObjectBuilder file =
                    Json.createObjectBuilder().add("rfilename", name).add("size", content.length);
            byte[] blob = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
            byte[] whole = Arrays.copyOf(blob, blob.length + content.length);
            System.arraycopy(content, 0, whole, blob.length, content.length);
            file.add("blobId", hash("SHA-1", whole));
            if (content.length > LARGE) {
                file.add(
                        "lfs",
                        Json.createObjectBuilder()
                                .add("sha256", hash("SHA-256", content))
                                .add("size", content.length));
            }
            siblings.add(file);
        });
        siblings.add(Json.createObjectBuilder().add("rfilename", "of no known size"));
        return Json.createObjectBuilder()
                .add("sha", COMMIT)
                .add("siblings", siblings)
                .build()
                .toString();
    }

    static String hash(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hub.stop(0);
        storage.stop(0);
        threads.shutdownNow();
    }
}
