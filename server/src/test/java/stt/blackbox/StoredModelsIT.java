package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.assertError;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store of models, administered over HTTP. */
@Tag("models")
class StoredModelsIT {

    private static final String MODELS = "/api/v1/admin/models/";
    private static final String PUBLISHED = "/api/v1/admin/models";

    private final Api api = SharedServer.api();
    private final ApiDocument document = ApiDocument.of(api);
    private final Path store = SharedServer.models().folder();

    @Test
    void everyModelIsListedWithWhatTheStoreHasOfIt() {
        HttpResponse<String> list = api.get(MODELS);

        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        assertThat(document.violations("get", PUBLISHED, 200, list.body())).isEmpty();
        List<JsonObject> models = Api.json(list).getJsonArray("results").getValuesAs(JsonObject.class);
        assertThat(models).extracting(model -> model.getString("id")).contains("large-v3-turbo", "base", "silero-vad");
        JsonObject base = model("base");
        assertThat(base.getJsonObject("installed").getJsonNumber("bytes").longValue())
                .isGreaterThan(50_000_000);
        assertThat(base.getJsonObject("licence").getString("id")).isEqualTo("MIT");
        assertThat(base.getBoolean("loaded")).isTrue();
        assertThat(base.getJsonNumber("loaded_bytes").longValue()).isGreaterThan(50_000_000);
        assertThat(model("medium")).doesNotContainKeys("installed", "work", "loaded_bytes");
    }

    @Test
    void aModelFromAFolderIsInstalledRunVerifiedAndRemoved() throws IOException {
        Path imports = Files.createDirectories(SharedServer.dataDirectory().resolve("import"));
        Files.createSymbolicLink(imports.resolve("court-files"), OwnStore.published("tiny.en"));

        HttpResponse<String> begun = api.send("POST", MODELS + "court/install/", "{\"from\": \"court-files\"}");

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        assertThat(begun.headers().firstValue("Location")).contains(MODELS + "court/");
        assertThat(document.violations("post", PUBLISHED + "/{id}/install", 202, begun.body()))
                .isEmpty();
        JsonObject installed = ended("court");
        assertThat(installed.getJsonObject("work").getString("status"))
                .as(installed.toString())
                .isEqualTo("done");
        assertThat(installed.getJsonObject("installed").getString("precision")).isEqualTo("nb8");
        assertThat(installed.getJsonArray("languages")).hasSize(1);
        assertThat(installed.toString()).doesNotContain(imports.toString(), store.toString());
        assertThat(transcribed("court").headers().firstValue("X-Model")).contains("court");
        assertThat(model("court").getBoolean("loaded")).isTrue();

        assertThat(work("POST", "court/verify/").getString("status")).isEqualTo("done");
        Files.writeString(store.resolve("court/tokenizer.json"), " ", StandardOpenOption.APPEND);
        JsonObject damaged = work("POST", "court/verify/");
        assertThat(damaged.getString("status")).isEqualTo("failed");
        assertThat(damaged.getJsonArray("problems").getValuesAs(JsonString::getString))
                .containsExactly("court/tokenizer.json is not the file that was installed.");

        HttpResponse<String> removed = api.send("DELETE", MODELS + "court/", "");
        assertThat(removed.statusCode()).as(removed.body()).isEqualTo(202);
        assertThat(document.violations("delete", PUBLISHED + "/{id}", 202, removed.body()))
                .isEmpty();
        while (api.get(MODELS + "court/").statusCode() == 200) {
            Thread.onSpinWait();
        }
        assertError(api.get(MODELS + "court/"), 404);
        assertThat(store.resolve("court")).doesNotExist();
        assertError(transcribed("court"), 400);
    }

    @Test
    void whatTheHubDoesNotHaveIsNotInstalledAndSaysWhy() throws Exception {
        assertThat(api.send("POST", MODELS + "small/install/", "").statusCode()).isEqualTo(202);
        JsonObject running = model("small").getJsonObject("work");
        assertThat(running.getString("kind")).isEqualTo("install");
        assertThat(running.getString("status")).isEqualTo("running");

        HttpResponse<String> again = api.send("POST", MODELS + "small/install/", "{}");
        assertError(again, 409);
        assertThat(Api.json(again).getString("code")).isEqualTo("model_at_work");

        SharedServer.hub().refuseNext();
        JsonObject failed = ended("small").getJsonObject("work");
        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getJsonArray("problems").getString(0))
                .startsWith("small was not installed")
                .doesNotContain(store.toString(), "Exception");
        assertThat(model("small")).doesNotContainKey("installed");
    }

    @Test
    void whatCannotBeDoneIsRefusedAtOnce() {
        assertError(api.get(MODELS + "nothing/"), 404);
        assertError(api.send("POST", MODELS + "nothing/install/", ""), 404);
        assertError(api.send("POST", MODELS + "medium/verify/", ""), 404);
        assertError(api.send("DELETE", MODELS + "medium/", ""), 404);
        assertError(api.send("DELETE", MODELS + "..%2Fspool/", ""), 404);
        assertError(api.send("POST", MODELS + "medium/install/", "{\"precision\": \"q4\"}"), 400);
        assertError(api.send("POST", MODELS + "medium/install/", "{\"accept_licence\": \"yes\"}"), 400);
        assertError(api.send("POST", MODELS + "own/install/", "{\"from\": \"own\", \"as\": \"llama\"}"), 400);
        assertError(api.send("POST", MODELS + "own/install/", "{\"as\": \"whisper\"}"), 400);
        for (String folder : List.of("absent", "..", "../models", "/etc", ".")) {
            HttpResponse<String> answer =
                    api.send("POST", MODELS + "medium/install/", "{\"from\": \"" + folder + "\"}");
            assertError(answer, 400);
            assertThat(Api.json(answer).getString("code")).isEqualTo("unknown_folder");
        }
    }

    private JsonObject model(String id) {
        HttpResponse<String> answer = api.get(MODELS + id + "/");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(document.violations("get", PUBLISHED + "/{id}", 200, answer.body()))
                .isEmpty();
        return Api.json(answer);
    }

    /** What has come of what is done with it. */
    private JsonObject ended(String id) {
        JsonObject model = model(id);
        while (model.getJsonObject("work").getString("status").equals("running")) {
            model = model(id);
        }
        return model;
    }

    private JsonObject work(String method, String path) {
        HttpResponse<String> answer = api.send(method, MODELS + path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ended(Api.json(answer).getString("id")).getJsonObject("work");
    }

    private HttpResponse<String> transcribed(String model) throws IOException {
        return api.transcribe(new Multipart().file(JFK).field("model", model));
    }
}
