package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import stt.models.whisper.AlignmentHeads.Head;

/**
 * What the engine must know of a model beside its graphs: the contents of {@code whisper.json}.
 *
 * @param suppressed tokens that are never chosen
 * @param suppressedAtBegin tokens that are never chosen first
 * @param forced tokens that the model's authors start a transcript with, by position after {@code <|startoftranscript|>}
 */
record WhisperFacts(
        WhisperDimensions dimensions,
        AlignmentHeads alignment,
        SpecialTokens tokens,
        List<Integer> suppressed,
        List<Integer> suppressedAtBegin,
        Map<Integer, Integer> forced) {

    WhisperFacts {
        suppressed = List.copyOf(suppressed);
        suppressedAtBegin = List.copyOf(suppressedAtBegin);
        forced = new TreeMap<>(forced);
        check(dimensions, alignment);
        Stream.of(suppressed, suppressedAtBegin, forced.values())
                .flatMap(Collection::stream)
                .forEach(token -> checkToken(dimensions, token));
    }

    private static void check(WhisperDimensions dimensions, AlignmentHeads alignment) {
        for (Head head : alignment.heads()) {
            if (!head.isIn(dimensions)) {
                throw new UnreadableModel(
                        "the configuration does not belong to the weights: it names head %d of layer %d, but the decoder has %d heads in %d layers"
                                .formatted(head.head(), head.layer(), dimensions.heads(), dimensions.decoderLayers()));
            }
        }
        if (alignment.count() == 0) {
            throw new UnreadableModel("config.json names no alignment heads, of which word times need at least one");
        }
    }

    private static void checkToken(WhisperDimensions dimensions, int token) {
        if (token < 0 || token >= dimensions.vocabulary()) {
            throw new UnreadableModel(
                    "the configuration does not belong to the weights: it names a token %d, but the model knows 0 to %d"
                            .formatted(token, dimensions.vocabulary() - 1));
        }
    }

    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("d_model", dimensions.width())
                .add("heads", dimensions.heads())
                .add("encoder_layers", dimensions.encoderLayers())
                .add("decoder_layers", dimensions.decoderLayers())
                .add("mel_bins", dimensions.melBins())
                .add("vocabulary", dimensions.vocabulary())
                .add("audio_positions", dimensions.audioPositions())
                .add("text_positions", dimensions.textPositions())
                .add("multilingual", tokens.multilingual())
                .add("alignment_heads", headsJson())
                .add("suppress_tokens", Json.createArrayBuilder(suppressed))
                .add("suppress_tokens_at_begin", Json.createArrayBuilder(suppressedAtBegin))
                .add("forced_tokens", forcedJson())
                .add("languages", Json.createArrayBuilder(tokens.languages()))
                .add("tokens", tokens.toJson())
                .build();
    }

    private JsonArrayBuilder forcedJson() {
        JsonArrayBuilder pairs = Json.createArrayBuilder();
        forced.forEach((position, token) ->
                pairs.add(Json.createArrayBuilder().add(position).add(token)));
        return pairs;
    }

    private JsonArrayBuilder headsJson() {
        JsonArrayBuilder heads = Json.createArrayBuilder();
        alignment
                .heads()
                .forEach(head ->
                        heads.add(Json.createArrayBuilder().add(head.layer()).add(head.head())));
        return heads;
    }
}
