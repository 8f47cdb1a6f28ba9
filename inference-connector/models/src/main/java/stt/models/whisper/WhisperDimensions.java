package stt.models.whisper;

import java.util.stream.IntStream;
import stt.models.whisper.WeightSource.Shape;

/**
 * The sizes of a Whisper model (Radford et al. 2022, table 1), which its weights tell.
 *
 * @param width elements of a hidden state, a multiple of {@code heads}
 * @param heads attention heads per layer
 * @param vocabulary tokens, timestamps included
 * @param melBins input channels: 80, or 128 from large-v3 on
 * @param audioPositions encoder states of a full window: 1500 for 30 s
 * @param textPositions tokens that a decode may have: 448
 */
record WhisperDimensions(
        int width,
        int heads,
        int encoderLayers,
        int decoderLayers,
        int vocabulary,
        int melBins,
        int audioPositions,
        int textPositions) {

    /** A feed-forward layer is four times as wide as the hidden state, in every published size. */
    static final int FEED_FORWARD = 4;

    /** @throws UnreadableModel when a tensor is missing or does not fit the others */
    static WhisperDimensions of(WeightSource weights) {
        Shape embeddings = weights.shape("decoder/embeddings/weight");
        WhisperDimensions dimensions = new WhisperDimensions(
                embeddings.columns(),
                weights.heads(),
                layers(weights, "encoder"),
                layers(weights, "decoder"),
                embeddings.rows(),
                weights.shape("encoder/conv1/weight").columns() / 3,
                weights.shape("encoder/position_encodings/encodings").rows(),
                weights.shape("decoder/position_encodings/encodings").rows());
        if (dimensions.heads < 1 || dimensions.width % dimensions.heads != 0) {
            throw new UnreadableModel("the model's width of %d cannot be divided among its %d attention heads"
                    .formatted(dimensions.width, dimensions.heads));
        }
        new WhisperLayout(dimensions).check(weights);
        return dimensions;
    }

    /** Elements that one attention head works on. */
    int headWidth() {
        return width / heads;
    }

    private static int layers(WeightSource weights, String part) {
        int layers = (int) IntStream.iterate(0, i -> i + 1)
                .takeWhile(i -> weights.names().contains(part + "/layer_" + i + "/self_attention/linear_0/weight"))
                .count();
        if (layers == 0) {
            throw new UnreadableModel("the model's %s has no layers".formatted(part));
        }
        return layers;
    }
}
