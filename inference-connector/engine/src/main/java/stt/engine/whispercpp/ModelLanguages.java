package stt.engine.whispercpp;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import stt.engine.UnusableModel;

/**
 * What a model understands.
 *
 * @param codes of its languages, in its own order, at least one
 * @param multilingual whether it can be told a language and a task
 */
record ModelLanguages(List<String> codes, boolean multilingual) {

    ModelLanguages {
        codes = List.copyOf(codes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a model needs a language");
        }
    }

    /** @throws UnusableModel when the file is not that of a model */
    static ModelLanguages read(Path facts) {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(facts, StandardCharsets.UTF_8))) {
            JsonObject json = reader.readObject();
            return new ModelLanguages(
                    json.getJsonArray("languages").getValuesAs(JsonString::getString), json.getBoolean("multilingual"));
        } catch (IOException | JsonException | NullPointerException | ClassCastException | IllegalArgumentException e) {
            throw new UnusableModel("The file " + facts + " does not describe a model: " + e.getMessage(), e);
        }
    }
}
