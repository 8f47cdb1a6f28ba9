package stt.models.whisper;

import java.util.LinkedHashMap;
import java.util.Map;
import stt.models.whisper.WeightSource.Shape;

/** Names and shapes of all the tensors that a Whisper model of given dimensions has. */
final class WhisperLayout {
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final int width;

    WhisperLayout(WhisperDimensions dimensions) {
        width = dimensions.width();
        convolution("encoder/conv1", dimensions.melBins());
        convolution("encoder/conv2", width);
        shapes.put("encoder/position_encodings/encodings", Shape.of(dimensions.audioPositions(), width));
        for (int i = 0; i < dimensions.encoderLayers(); i++) {
            selfAttention("encoder/layer_" + i + "/self_attention");
            feedForward("encoder/layer_" + i + "/ffn");
        }
        norm("encoder/layer_norm");
        shapes.put("decoder/embeddings/weight", Shape.of(dimensions.vocabulary(), width));
        shapes.put("decoder/position_encodings/encodings", Shape.of(dimensions.textPositions(), width));
        for (int i = 0; i < dimensions.decoderLayers(); i++) {
            selfAttention("decoder/layer_" + i + "/self_attention");
            crossAttention("decoder/layer_" + i + "/attention");
            feedForward("decoder/layer_" + i + "/ffn");
        }
        norm("decoder/layer_norm");
    }

    /** @throws UnreadableModel when a tensor is missing or has another shape */
    void check(WeightSource weights) {
        shapes.forEach((name, expected) -> {
            Shape found = weights.shape(name);
            if (!found.equals(expected)) {
                throw new UnreadableModel("tensor %s should be %s to fit the model's other tensors, but is %s"
                        .formatted(weights.origin(name), expected, found));
            }
        });
    }

    /** The shapes by name, in no particular order. */
    Map<String, Shape> shapes() {
        return Map.copyOf(shapes);
    }

    /** Number of elements in all tensors. */
    long size() {
        return shapes.values().stream().mapToLong(Shape::size).sum();
    }

    private void convolution(String name, int channels) {
        shapes.put(name + "/weight", Shape.of(width, channels, 3));
        shapes.put(name + "/bias", Shape.of(width));
    }

    private void selfAttention(String name) {
        norm(name + "/layer_norm");
        linear(name + "/linear_0", 3 * width, width);
        linear(name + "/linear_1", width, width);
    }

    private void crossAttention(String name) {
        norm(name + "/layer_norm");
        linear(name + "/linear_0", width, width);
        linear(name + "/linear_1", 2 * width, width);
        linear(name + "/linear_2", width, width);
    }

    private void feedForward(String name) {
        norm(name + "/layer_norm");
        linear(name + "/linear_0", WhisperDimensions.FEED_FORWARD * width, width);
        linear(name + "/linear_1", width, WhisperDimensions.FEED_FORWARD * width);
    }

    private void linear(String name, int rows, int columns) {
        shapes.put(name + "/weight", Shape.of(rows, columns));
        shapes.put(name + "/bias", Shape.of(rows));
    }

    private void norm(String name) {
        shapes.put(name + "/gamma", Shape.of(width));
        shapes.put(name + "/beta", Shape.of(width));
    }
}
