package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a model that CTranslate2's converter wrote as Hugging Face's transformers would, with the same numbers. */
final class PublishedRewriter {
    private PublishedRewriter() {}

    static void write(Path from, Path to) throws IOException {
        SpecialTokens.Tokenizer tokenizer = SpecialTokens.Tokenizer.of(json(from.resolve("tokenizer.json")));
        try (CTranslate2Weights weights = CTranslate2Weights.open(from.resolve("model.bin"))) {
            WhisperDimensions dimensions = WhisperDimensions.of(weights);
            SpecialTokens tokens = SpecialTokens.of(tokenizer, dimensions.vocabulary());
            HuggingFaceModel model =
                    new HuggingFaceModel(TinyWhisper.published(weights, tokenizer.added(), tokens.languages()));
            JsonObject described = json(from.resolve("config.json"));
            model.config = Json.createObjectBuilder(model.config)
                    .add("max_source_positions", dimensions.audioPositions())
                    .add("max_target_positions", dimensions.textPositions())
                    .build();
            model.generation = Json.createObjectBuilder()
                    .add("is_multilingual", tokens.multilingual())
                    .add("alignment_heads", described.getJsonArray("alignment_heads"))
                    .add("suppress_tokens", described.getJsonArray("suppress_ids"))
                    .add("begin_suppress_tokens", described.getJsonArray("suppress_ids_begin"))
                    .build();
            model.write(to);
        }
        Files.copy(from.resolve("tokenizer.json"), to.resolve("tokenizer.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static JsonObject json(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
