package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server says of itself without a key. */
class CatalogIT {

    private final Api api = SharedServer.api().anonymous();

    @Test
    void listsTheContractsModelsFirst() {
        List<JsonObject> models =
                Api.json(api.get("/v1/models")).getJsonArray("models").getValuesAs(JsonObject.class);

        assertThat(models.stream().map(model -> model.getString("id")))
                .startsWith("large-v3-turbo", "large-v3", "medium", "small")
                .contains("base", "tiny.en");
        assertThat(models.get(0).getString("name")).isEqualTo("Whisper Large V3 Turbo");
        assertThat(models.get(0).getInt("languages")).isIn(99, 100);
        assertThat(models.stream().limit(4).map(model -> model.getString("speed")))
                .containsExactly("fast", "standard", "fast", "very_fast");
    }

    @Test
    void listsWhispersLanguages() {
        List<JsonObject> languages =
                Api.json(api.get("/v1/languages")).getJsonArray("languages").getValuesAs(JsonObject.class);

        assertThat(languages).hasSizeBetween(99, 100);
        assertThat(languages.get(0).getString("code")).isEqualTo("en");
        assertThat(languages).allMatch(language -> language.getString("name")
                .equals(language.getString("name").toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void reportsHealthWithTheContractsFields() {
        JsonObject health = Api.json(api.get("/health"));

        assertThat(health.getString("status")).isIn("ok", "loading", "degraded", "unavailable");
        assertThat(health).containsKeys("gpu_available", "gpu_name", "gpu_memory_mb");
    }

    @Test
    void publishesAnOpenApiDocumentOfWhatItServes() {
        HttpResponse<String> answer = api.send(api.request("/openapi").header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject paths = Api.json(answer).getJsonObject("paths");
        assertThat(paths.keySet()).contains("/v1/transcribe", "/v1/models", "/v1/languages", "/health");
    }
}
