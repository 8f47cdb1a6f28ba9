package stt.models.whisper;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import stt.models.whisper.SpecialTokens.Tokenizer;

/**
 * What {@code generation_config.json} says; each part can be absent.
 *
 * @param suppressed tokens that are never chosen
 * @param suppressedAtBegin tokens that are never chosen first
 * @param alignment heads that follow the audio
 * @param multilingual whether the model is told language and task
 * @param forced tokens that a transcript starts with, by position after {@code <|startoftranscript|>}
 * @param tokens ids of control tokens by their spelling, which the tokenizer knows too
 */
record GenerationConfiguration(
        Optional<List<Integer>> suppressed,
        Optional<List<Integer>> suppressedAtBegin,
        Optional<AlignmentHeads> alignment,
        Optional<Boolean> multilingual,
        Map<Integer, Integer> forced,
        Map<String, Integer> tokens) {

    static final GenerationConfiguration ABSENT = new GenerationConfiguration(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of());

    static GenerationConfiguration of(JsonObject json) {
        return new GenerationConfiguration(
                HuggingFaceConfiguration.integers(json, "suppress_tokens"),
                HuggingFaceConfiguration.integers(json, "begin_suppress_tokens"),
                isThere(json, "alignment_heads")
                        ? Optional.of(AlignmentHeads.of(json.getJsonArray("alignment_heads")))
                        : Optional.empty(),
                isThere(json, "is_multilingual") ? Optional.of(json.getBoolean("is_multilingual")) : Optional.empty(),
                forced(json),
                tokens(json));
    }

    /** @throws UnreadableModel when the tokenizer gives a token another id */
    void check(Tokenizer tokenizer) {
        tokens.forEach((spelling, id) -> {
            OptionalInt found = tokenizer.id(spelling);
            if (found.isEmpty() || found.getAsInt() != id) {
                throw new UnreadableModel(
                        "generation_config.json does not belong to the tokenizer: it gives %s the id %d, the tokenizer %s"
                                .formatted(
                                        spelling, id, found.isPresent() ? String.valueOf(found.getAsInt()) : "none"));
            }
        });
    }

    /** A null instead of a token leaves the choice to the caller. */
    private static Map<Integer, Integer> forced(JsonObject json) {
        Map<Integer, Integer> forced = new HashMap<>();
        if (isThere(json, "forced_decoder_ids")) {
            for (JsonArray pair : json.getJsonArray("forced_decoder_ids").getValuesAs(JsonArray.class)) {
                if (!pair.isNull(1)) {
                    forced.put(pair.getInt(0), pair.getInt(1));
                }
            }
        }
        return forced;
    }

    private static Map<String, Integer> tokens(JsonObject json) {
        Map<String, Integer> tokens = new HashMap<>();
        if (isThere(json, "lang_to_id")) {
            JsonObject languages = json.getJsonObject("lang_to_id");
            languages.keySet().forEach(language -> tokens.put(language, languages.getInt(language)));
        }
        if (isThere(json, "task_to_id")) {
            JsonObject tasks = json.getJsonObject("task_to_id");
            tasks.keySet().forEach(task -> tokens.put("<|" + task + "|>", tasks.getInt(task)));
        }
        if (isThere(json, "no_timestamps_token_id")) {
            tokens.put("<|notimestamps|>", json.getInt("no_timestamps_token_id"));
        }
        return tokens;
    }

    private static boolean isThere(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.NULL) != JsonValue.NULL;
    }
}
