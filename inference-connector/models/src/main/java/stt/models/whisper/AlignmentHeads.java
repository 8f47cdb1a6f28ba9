package stt.models.whisper;

import jakarta.json.JsonArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decoder attention heads whose cross-attention follows the audio, in the order of the graph's {@code xattn}: by layer,
 * then by head.
 */
record AlignmentHeads(List<Head> heads) {

    /** A head of a decoder layer; both count from 0. */
    record Head(int layer, int head) {
        boolean isIn(WhisperDimensions dimensions) {
            return layer >= 0 && layer < dimensions.decoderLayers() && head >= 0 && head < dimensions.heads();
        }
    }

    AlignmentHeads {
        heads = heads.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Head::layer).thenComparingInt(Head::head))
                .toList();
    }

    /** Reads pairs of layer and head. */
    static AlignmentHeads of(JsonArray pairs) {
        return new AlignmentHeads(pairs.getValuesAs(JsonArray.class).stream()
                .map(pair -> new Head(pair.getInt(0), pair.getInt(1)))
                .toList());
    }

    /**
     * For a model without a list: that of the published model whose decoder has the same shape, of which it is most
     * probably a fine-tune, and else every head of the upper half of the layers, which is what Whisper's own code takes.
     */
    static AlignmentHeads ofShape(WhisperDimensions dimensions, SpecialTokens tokens) {
        return PublishedHeads.of(dimensions, tokens).orElseGet(() -> upperHalf(dimensions));
    }

    private static AlignmentHeads upperHalf(WhisperDimensions dimensions) {
        List<Head> heads = new ArrayList<>();
        for (int layer = dimensions.decoderLayers() / 2; layer < dimensions.decoderLayers(); layer++) {
            for (int head = 0; head < dimensions.heads(); head++) {
                heads.add(new Head(layer, head));
            }
        }
        return new AlignmentHeads(heads);
    }

    /** Those that a decoder of these dimensions has. */
    AlignmentHeads within(WhisperDimensions dimensions) {
        return new AlignmentHeads(
                heads.stream().filter(head -> head.isIn(dimensions)).toList());
    }

    int count() {
        return heads.size();
    }

    long[] inLayer(int layer) {
        return heads.stream()
                .filter(h -> h.layer() == layer)
                .mapToLong(Head::head)
                .toArray();
    }
}
