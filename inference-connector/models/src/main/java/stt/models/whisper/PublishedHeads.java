package stt.models.whisper;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stt.models.whisper.AlignmentHeads.Head;

/**
 * The alignment heads that OpenAI chose for each published model, as its {@code generation_config.json} lists them. Fine-tunes
 * often lack the list; the heads of the model that they were made from still follow the audio, while all heads together
 * give useless word times.
 *
 * @param layers of the decoder
 * @param heads of a layer
 * @param multilingual whether the vocabulary is the multilingual one
 * @param vocabulary tokens, at least
 * @param pairs layer and head, alternating
 */
record PublishedHeads(int layers, int heads, boolean multilingual, int vocabulary, List<Integer> pairs) {
    private static final int ENGLISH = 51864;
    private static final int MULTILINGUAL = 51865;
    private static final int WITH_CANTONESE = 51866; // from large-v3 on

    private static final List<PublishedHeads> ALL = List.of(
            english(4, 6, 1, 0, 2, 0, 2, 5, 3, 0, 3, 1, 3, 2, 3, 3, 3, 4), // tiny.en
            multilingual(4, 6, 2, 2, 3, 0, 3, 2, 3, 3, 3, 4, 3, 5), // tiny
            english(6, 8, 3, 3, 4, 7, 5, 1, 5, 5, 5, 7), // base.en
            multilingual(6, 8, 3, 1, 4, 2, 4, 3, 4, 7, 5, 1, 5, 2, 5, 4, 5, 6), // base
            english(
                    12, 12, 6, 6, 7, 0, 7, 3, 7, 8, 8, 2, 8, 5, 8, 7, 9, 0, 9, 4, 9, 8, 9, 10, 10, 0, 10, 1, 10, 2, 10,
                    3, 10, 6, 10, 11, 11, 2, 11, 4), // small.en
            multilingual(12, 12, 5, 3, 5, 9, 8, 0, 8, 4, 8, 7, 8, 8, 9, 0, 9, 7, 9, 9, 10, 5), // small
            english(
                    24, 16, 11, 4, 14, 1, 14, 12, 14, 14, 15, 4, 16, 0, 16, 4, 16, 9, 17, 12, 17, 14, 18, 7, 18, 10, 18,
                    15, 20, 0, 20, 3, 20, 9, 20, 14, 21, 12), // medium.en
            multilingual(24, 16, 13, 15, 15, 4, 15, 15, 16, 1, 20, 0, 23, 4), // medium
            multilingual(
                    32, 20, 10, 12, 13, 17, 16, 11, 16, 12, 16, 13, 17, 15, 17, 16, 18, 4, 18, 11, 18, 19, 19, 11, 21,
                    2, 21, 3, 22, 3, 22, 9, 22, 12, 23, 5, 23, 7, 23, 13, 25, 5, 26, 1, 26, 12, 27, 15), // large-v2
            cantonese(32, 7, 0, 10, 17, 12, 18, 13, 12, 16, 1, 17, 14, 19, 11, 21, 4, 24, 1, 25, 6), // large-v3
            cantonese(4, 2, 4, 2, 11, 3, 3, 3, 6, 3, 11, 3, 14)); // large-v3-turbo

    /** The heads of the published model with such a decoder, whose vocabulary is the largest that is not larger. */
    static Optional<AlignmentHeads> of(WhisperDimensions dimensions, SpecialTokens tokens) {
        return ALL.stream()
                .filter(model -> model.layers == dimensions.decoderLayers() && model.heads == dimensions.heads())
                .filter(model -> model.multilingual != tokens.hasEnglishVocabulary())
                .filter(model -> model.vocabulary <= dimensions.vocabulary())
                .max(Comparator.comparingInt(PublishedHeads::vocabulary))
                .map(PublishedHeads::toHeads);
    }

    private static PublishedHeads english(int layers, int heads, Integer... pairs) {
        return new PublishedHeads(layers, heads, false, ENGLISH, Arrays.asList(pairs));
    }

    private static PublishedHeads multilingual(int layers, int heads, Integer... pairs) {
        return new PublishedHeads(layers, heads, true, MULTILINGUAL, Arrays.asList(pairs));
    }

    private static PublishedHeads cantonese(int layers, Integer... pairs) {
        return new PublishedHeads(layers, 20, true, WITH_CANTONESE, Arrays.asList(pairs));
    }

    private AlignmentHeads toHeads() {
        return new AlignmentHeads(java.util.stream.IntStream.range(0, pairs.size() / 2)
                .mapToObj(i -> new Head(pairs.get(2 * i), pairs.get(2 * i + 1)))
                .toList());
    }
}
