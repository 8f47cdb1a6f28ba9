package stt.models.whisper;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code config.json} of Hugging Face's {@code WhisperForConditionalGeneration} says.
 *
 * @param heads attention heads of every layer
 * @param sizes that the weights have to agree with, by their names in the file
 * @param suppressed tokens that are never chosen; in files of before 2023, which had no generation_config.json
 * @param suppressedAtBegin tokens that are never chosen first; likewise
 */
record HuggingFaceConfiguration(
        int heads,
        Map<String, Integer> sizes,
        Optional<List<Integer>> suppressed,
        Optional<List<Integer>> suppressedAtBegin) {

    private static final List<String> SIZES = List.of(
            "d_model",
            "encoder_layers",
            "decoder_layers",
            "encoder_ffn_dim",
            "decoder_ffn_dim",
            "vocab_size",
            "num_mel_bins",
            "max_source_positions",
            "max_target_positions");

    static HuggingFaceConfiguration of(JsonObject json) {
        expect("model_type", "whisper", json.getString("model_type"));
        expect("activation_function", "gelu", json.getString("activation_function", "gelu"));
        if (json.getBoolean("scale_embedding", false)) {
            throw new UnreadableModel("config.json should not ask for scaled embeddings, which no Whisper model has");
        }
        int heads = json.getInt("encoder_attention_heads");
        expect(
                "decoder_attention_heads",
                String.valueOf(heads),
                String.valueOf(json.getInt("decoder_attention_heads")));
        Map<String, Integer> sizes = new LinkedHashMap<>();
        SIZES.stream().filter(json::containsKey).forEach(name -> sizes.put(name, json.getInt(name)));
        return new HuggingFaceConfiguration(
                heads, sizes, integers(json, "suppress_tokens"), integers(json, "begin_suppress_tokens"));
    }

    /** @throws UnreadableModel when the weights have other sizes */
    void check(WhisperDimensions dimensions) {
        int inner = WhisperDimensions.FEED_FORWARD * dimensions.width();
        Map<String, Integer> found = Map.of(
                "d_model", dimensions.width(),
                "encoder_layers", dimensions.encoderLayers(),
                "decoder_layers", dimensions.decoderLayers(),
                "encoder_ffn_dim", inner,
                "decoder_ffn_dim", inner,
                "vocab_size", dimensions.vocabulary(),
                "num_mel_bins", dimensions.melBins(),
                "max_source_positions", dimensions.audioPositions(),
                "max_target_positions", dimensions.textPositions());
        sizes.forEach((name, size) -> {
            if (!size.equals(found.get(name))) {
                throw new UnreadableModel(
                        "config.json does not belong to the weights: its %s is %d, but that of the weights is %d"
                                .formatted(name, size, found.get(name)));
            }
        });
    }

    /** A list of tokens; absent, or null, where nothing is said. */
    static Optional<List<Integer>> integers(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL
                ? Optional.empty()
                : Optional.of(json.getJsonArray(name).getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::intValueExact)
                        .toList());
    }

    private static void expect(String name, String expected, String found) {
        if (!found.equals(expected)) {
            throw new UnreadableModel("config.json should have the %s %s, but has %s".formatted(name, expected, found));
        }
    }
}
