package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models coming into memory and leaving it, as clients and operators see it: in the real container, with its pool. */
@Tag("models")
@Timeout(300)
class ModelLifeIT {

    private static final Path INSTALLED = Path.of(System.getProperty("stt.models.dir"));

    @TempDir
    static Path folder;

    private static Path models;
    private static ServerUnderTest server;
    private static Api api;

    /** Several models of the same weights: one that is kept, one that is broken, one that the catalog says is too large. */
    @BeforeAll
    static void startWithModelsOfItsOwn() throws IOException {
        models = folder.resolve("models");
        install("silero-vad", "silero-vad");
        install("tiny.en", "tiny.en");
        install("tiny.en", "kept");
        install("tiny.en", "broken");
        install("tiny.en", "small");
        Path encoder = models.resolve("broken/encoder.onnx");
        Files.write(encoder, new byte[(int) Files.size(encoder)]);
        server = ServerUnderTest.start(
                folder.resolve("data"),
                ServerUnderTest.freePort(),
                Map.of(
                        "STT_MODELS_DIR", models.toString(),
                        "STT_INFERENCE_PRELOAD", "kept",
                        "STT_INFERENCE_MEMORY", "600",
                        "STT_INFERENCE_UNLOAD_AFTER", "PT1S",
                        "STT_INFERENCE_CHECK_EVERY", "PT1S",
                        "STT_INFERENCE_RETRY_AFTER", "PT5S",
                        "STT_INFERENCE_RETRY_MOST", "PT5S"));
        server.awaitLine("Ready: ");
        String line = server.awaitLine("  API key ");
        api = Api.of(server.base(), line.substring("  API key ".length()).strip());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void install(String model, String id) throws IOException {
        Path target = Files.createDirectories(models.resolve(id));
        try (Stream<Path> files = Files.list(INSTALLED.resolve(model))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path manifest = target.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest).replaceFirst("\"id\"\\s*:\\s*\"[^\"]*\"", "\"id\":\"" + id + "\""));
    }

    private static HttpResponse<String> transcribe(String model) throws IOException {
        return api.transcribe(new Multipart()
                .file(JFK)
                .field("model", model)
                .field("diarize", "false")
                .field("response_format", "txt"));
    }

    private static JsonObject model(String id) {
        return models().stream()
                .filter(model -> model.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> models() {
        return Api.json(api.get("/v1/models")).getJsonArray("models").getValuesAs(JsonObject.class);
    }

    private static void until(BooleanSupplier done) {
        while (!done.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aModelComesWhenItIsAskedForAndGoesWhenNobodyUsesIt() throws IOException {
        assertThat(transcribe("tiny.en").body()).containsIgnoringCase("what your country can do for you");
        until(() -> model("tiny.en").getString("state").equals("unloaded"));
        assertThat(model("tiny.en").getInt("memory_mb")).isZero();

        assertThat(transcribe("tiny.en").body()).containsIgnoringCase("what your country can do for you");
    }

    @Test
    void aModelThatIsKeptSaysWhatItTakesAndGoesWhenItIsRemoved() throws IOException {
        until(() -> model("kept").getBoolean("loaded"));
        assertThat(transcribe("kept").body()).containsIgnoringCase("what your country can do for you");
        JsonObject loaded = model("kept");
        assertThat(loaded.getString("state")).isEqualTo("loaded");
        assertThat(loaded.getInt("memory_mb")).isBetween(60, 629);
        assertThat(loaded.getInt("measured_mb")).isBetween(40, 600);
        assertThat(loaded.getString("idle_since")).endsWith("Z");
        assertThat(loaded.getJsonArray("devices").getString(0)).isEqualTo("cpu");
        JsonObject cpu = Api.json(api.get("/health")).getJsonArray("devices").getJsonObject(0);
        assertThat(cpu.getInt("models_mb")).isGreaterThanOrEqualTo(loaded.getInt("memory_mb"));
        assertThat(cpu.getInt("models_limit_mb")).isEqualTo(629); // 600 MiB

        Files.move(models.resolve("kept"), models.resolve(".removed-kept"));

        until(() -> Api.json(api.get("/health")).getJsonArray("models").getValuesAs(JsonObject.class).stream()
                .noneMatch(model -> model.getString("id").equals("kept")));
        Api.assertError(transcribe("kept"), 400);
    }

    @Test
    void aModelThatCannotFitIsRefusedWithTheNumbers() throws IOException {
        HttpResponse<String> refusal = transcribe("small");

        Api.assertError(refusal, 503);
        assertThat(refusal.headers().firstValue("Retry-After")).contains("600");
        assertThat(Api.json(refusal).getString("error"))
                .contains("it needs 700 MB of memory, and models may hold 630 MB");
        assertThat(model("small").getString("state")).isEqualTo("unloaded");
    }

    @Test
    void aBrokenModelIsRefusedWithTheReasonAndTriedAgainByItself() throws IOException {
        HttpResponse<String> refusal = transcribe("broken");

        Api.assertError(refusal, 503);
        assertThat(Api.json(refusal).getString("error"))
                .contains("The model broken cannot be used now: loading it failed")
                .contains("encoder.onnx")
                .doesNotContain(folder.toString());
        assertThat(refusal.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 5L);
        JsonObject failed = model("broken");
        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(failed.getString("last_error")).contains("encoder.onnx");
        assertThat(failed.getString("next_try")).endsWith("Z");
        assertThat(Api.json(api.get("/health")).getString("status")).isIn("degraded", "unavailable");

        Files.copy(
                INSTALLED.resolve("tiny.en/encoder.onnx"),
                models.resolve("broken/encoder.onnx"),
                StandardCopyOption.REPLACE_EXISTING);

        until(() -> !model("broken").getString("state").equals("failed"));
        assertThat(transcribe("broken").body()).containsIgnoringCase("what your country can do for you");
        until(() -> Api.json(api.get("/health")).getString("status").equals("ok"));
    }
}
