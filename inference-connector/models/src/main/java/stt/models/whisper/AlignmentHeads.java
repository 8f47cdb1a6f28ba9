package stt.models.whisper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decoder attention heads whose cross-attention follows the audio, in the order of the graph's {@code xattn}: by layer,
 * then by head.
 */
record AlignmentHeads(List<Head> heads) {

    /** A head of a decoder layer; both count from 0. */
    record Head(int layer, int head) {}

    AlignmentHeads {
        heads = heads.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Head::layer).thenComparingInt(Head::head))
                .toList();
    }

    /** Every head of the upper half of the layers: what Whisper's own code takes for models without a list. */
    static AlignmentHeads upperHalf(WhisperDimensions dimensions) {
        List<Head> heads = new ArrayList<>();
        for (int layer = dimensions.decoderLayers() / 2; layer < dimensions.decoderLayers(); layer++) {
            for (int head = 0; head < dimensions.heads(); head++) {
                heads.add(new Head(layer, head));
            }
        }
        return new AlignmentHeads(heads);
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
