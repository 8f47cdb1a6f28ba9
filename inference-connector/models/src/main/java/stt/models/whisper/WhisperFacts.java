package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import stt.models.whisper.AlignmentHeads.Head;

/** What the engine must know of a model beside its graphs: the contents of {@code whisper.json}. */
record WhisperFacts(
        WhisperDimensions dimensions,
        AlignmentHeads alignment,
        SpecialTokens tokens,
        List<Integer> suppressed,
        List<Integer> suppressedAtBegin) {

    /** @throws UnreadableModel when the files of the folder do not belong together */
    static WhisperFacts of(ModelFolder folder, WhisperDimensions dimensions) {
        folder.vocabularySize().ifPresent(listed -> {
            if (listed != dimensions.vocabulary()) {
                throw new UnreadableModel(
                        "the vocabulary in %s does not belong to model.bin: it lists %d tokens, the model knows %d"
                                .formatted(folder.folder(), listed, dimensions.vocabulary()));
            }
        });
        ModelFolder.Configuration configuration = folder.readConfiguration();
        WhisperFacts facts = new WhisperFacts(
                dimensions,
                configuration.alignmentHeads().orElseGet(() -> AlignmentHeads.upperHalf(dimensions)),
                SpecialTokens.of(folder.readTokenizer(), dimensions.vocabulary()),
                configuration.suppressed(),
                configuration.suppressedAtBegin());
        facts.check();
        return facts;
    }

    private void check() {
        for (Head head : alignment.heads()) {
            if (head.layer() < 0
                    || head.layer() >= dimensions.decoderLayers()
                    || head.head() < 0
                    || head.head() >= dimensions.heads()) {
                throw new UnreadableModel(
                        "config.json does not belong to model.bin: it names head %d of layer %d, but the decoder has %d heads in %d layers"
                                .formatted(head.head(), head.layer(), dimensions.heads(), dimensions.decoderLayers()));
            }
        }
        if (alignment.count() == 0) {
            throw new UnreadableModel("config.json names no alignment heads, of which word times need at least one");
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
                .add("multilingual", tokens.multilingual())
                .add("alignment_heads", headsJson())
                .add("suppress_tokens", Json.createArrayBuilder(suppressed))
                .add("suppress_tokens_at_begin", Json.createArrayBuilder(suppressedAtBegin))
                .add("languages", Json.createArrayBuilder(tokens.languages()))
                .add("tokens", tokens.toJson())
                .build();
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
