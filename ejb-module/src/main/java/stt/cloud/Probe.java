package stt.cloud;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks an instance how it is: {@code GET /health}, which answers 200 or 503 with a JSON object. Thread-safe. */
final class Probe {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_GPU_NAME = 100;

    private final HttpClient client;
    private final Duration timeout;

    /** Gives up on an instance after {@code timeout}, whatever of its answer has come. */
    Probe(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * What came out.
     *
     * @param gpu what the instance says that it calculates with, if it does
     */
    record Finding(InstanceStatus status, Optional<String> gpu) {

        static final Finding UNREACHABLE = new Finding(InstanceStatus.UNREACHABLE, Optional.empty());
    }

    /** Asks the instance at {@code endpoint}. Never fails: who does not answer is {@link InstanceStatus#UNREACHABLE}. */
    CompletableFuture<Finding> ask(URI endpoint) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/health"))
                .timeout(timeout)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, head -> new FirstBytes(LONGEST_ANSWER));
        // The request's own time-out ends with the answer's head: a body that drips in has to be cut off as well.
        return exchange.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answer -> finding(answer.body()))
                .whenComplete((finding, failure) -> exchange.cancel(true))
                .exceptionally(failure -> Finding.UNREACHABLE);
    }

    private static Finding finding(byte[] body) {
        try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject health = reader.readObject();
            String gpu = health.getString("gpu_name", "").strip();
            return new Finding(
                    InstanceStatus.told(health.getString("status", "")),
                    gpu.isEmpty()
                            ? Optional.empty()
                            : Optional.of(gpu.substring(0, Math.min(gpu.length(), LONGEST_GPU_NAME))));
        } catch (JsonException notOurs) {
            return Finding.UNREACHABLE;
        }
    }
}
