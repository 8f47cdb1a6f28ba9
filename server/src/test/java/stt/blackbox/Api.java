package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;

/** A client of the running server, as its users have one. */
final class Api {

    static final Path SPEECH = Path.of(System.getProperty("stt.repository"), "bench", "speech");
    static final Path JFK = SPEECH.resolve("jfk.wav");

    /** HTTP/1.1: the JDK offers HTTP/2 by an upgrade that it cannot combine with {@code Expect}. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final Optional<String> key;

    private Api(URI base, Optional<String> key) {
        this.base = base;
        this.key = key;
    }

    static Api of(URI base, String key) {
        return new Api(base, Optional.of(key));
    }

    Api anonymous() {
        return new Api(base, Optional.empty());
    }

    Api withKey(String other) {
        return new Api(base, Optional.of(other));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path));
        key.ifPresent(value -> builder.header("Authorization", "Bearer " + value));
        return builder;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> transcribe(Multipart form) {
        return send(request("/v1/transcribe")
                .header("Content-Type", Multipart.contentType())
                .POST(form.body()));
    }

    /** Without a body when {@code json} is empty. */
    HttpResponse<String> send(String method, String path, String json) {
        return send(with(request(path), method, json));
    }

    /** {@code request} by {@code method}, without a body when {@code json} is empty. */
    static HttpRequest.Builder with(HttpRequest.Builder request, String method, String json) {
        return json.isEmpty()
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    URI base() {
        return base;
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    /** The answer is an error in the contract's form, and gives nothing of the server's inside away. */
    static void assertError(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        JsonObject error = json(answer);
        assertThat(error.keySet()).contains("error").isSubsetOf("error", "code", "request_id");
        assertThat(error.getString("error"))
                .isNotBlank()
                .doesNotContain("Exception", "java.", "jakarta.", "stt.", "org.", "/spool", "\n");
    }
}
