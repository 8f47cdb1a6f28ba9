package stt.models.whisper;

import java.util.ArrayList;
import java.util.List;
import stt.models.whisper.GgmlTensor.Kind;
import stt.models.whisper.Projection.Rows;

/**
 * All tensors of a Whisper model of given dimensions, as whisper.cpp calls them (whisper_model_load in its src/whisper.cpp),
 * with what {@link WeightSource} calls them. Keys have no bias there: Whisper's have none, and one would change nothing, because
 * it moves all scores of a query alike.
 */
final class GgmlLayout {

    private final List<GgmlTensor> tensors = new ArrayList<>();
    private final WhisperDimensions dimensions;
    private final int width;

    GgmlLayout(WhisperDimensions dimensions) {
        this.dimensions = dimensions;
        this.width = dimensions.width();
        encoder();
        decoder();
    }

    /** In the order in which a file gets them; any order will do. */
    List<GgmlTensor> tensors() {
        return List.copyOf(tensors);
    }

    private void encoder() {
        positions("encoder", dimensions.audioPositions());
        convolution("encoder.conv1", "encoder/conv1", dimensions.melBins());
        convolution("encoder.conv2", "encoder/conv2", width);
        for (int i = 0; i < dimensions.encoderLayers(); i++) {
            String layer = "encoder.blocks." + i;
            selfAttention(layer, "encoder/layer_" + i);
            feedForward(layer, "encoder/layer_" + i);
        }
        norm("encoder.ln_post", "encoder/layer_norm");
    }

    private void decoder() {
        positions("decoder", dimensions.textPositions());
        matrix("decoder.token_embedding.weight", "decoder/embeddings/weight", dimensions.vocabulary(), width);
        for (int i = 0; i < dimensions.decoderLayers(); i++) {
            String layer = "decoder.blocks." + i;
            selfAttention(layer, "decoder/layer_" + i);
            crossAttention(layer, "decoder/layer_" + i + "/attention");
            feedForward(layer, "decoder/layer_" + i);
        }
        norm("decoder.ln", "decoder/layer_norm");
    }

    private void positions(String part, int count) {
        Rows rows = new Rows(part + "/position_encodings/encodings", 0, count, 1);
        tensors.add(new GgmlTensor(part + ".positional_embedding", rows, List.of(count, width), Kind.NUMBERS));
    }

    private void convolution(String name, String from, int channels) {
        Rows kernels = new Rows(from + "/weight", 0, width, 1);
        tensors.add(new GgmlTensor(name + ".weight", kernels, List.of(width, channels, 3), Kind.CONVOLUTION));
        tensors.add(
                new GgmlTensor(name + ".bias", new Rows(from + "/bias", 0, width, 1), List.of(width, 1), Kind.NUMBERS));
    }

    private void selfAttention(String layer, String from) {
        norm(layer + ".attn_ln", from + "/self_attention/layer_norm");
        String attention = from + "/self_attention/linear_0";
        linear(layer + ".attn.query", Projection.part(attention, 0, width));
        keys(layer + ".attn.key", Projection.part(attention, 1, width));
        linear(layer + ".attn.value", Projection.part(attention, 2, width));
        linear(layer + ".attn.out", Projection.part(from + "/self_attention/linear_1", 0, width));
    }

    private void crossAttention(String layer, String from) {
        norm(layer + ".cross_attn_ln", from + "/layer_norm");
        linear(layer + ".cross_attn.query", Projection.part(from + "/linear_0", 0, width));
        keys(layer + ".cross_attn.key", Projection.part(from + "/linear_1", 0, width));
        linear(layer + ".cross_attn.value", Projection.part(from + "/linear_1", 1, width));
        linear(layer + ".cross_attn.out", Projection.part(from + "/linear_2", 0, width));
    }

    private void feedForward(String layer, String from) {
        int inner = WhisperDimensions.FEED_FORWARD * width;
        norm(layer + ".mlp_ln", from + "/ffn/layer_norm");
        linear(layer + ".mlp.0", Projection.part(from + "/ffn/linear_0", 0, inner));
        matrix(layer + ".mlp.2.weight", from + "/ffn/linear_1/weight", width, inner);
        vector(layer + ".mlp.2.bias", new Rows(from + "/ffn/linear_1/bias", 0, width, 1));
    }

    private void norm(String name, String from) {
        vector(name + ".weight", new Rows(from + "/gamma", 0, width, 1));
        vector(name + ".bias", new Rows(from + "/beta", 0, width, 1));
    }

    private void linear(String name, Projection from) {
        keys(name, from);
        vector(name + ".bias", from.of("bias"));
    }

    private void keys(String name, Projection from) {
        tensors.add(new GgmlTensor(name + ".weight", from.of("weight"), List.of(from.rows(), width), Kind.MATRIX));
    }

    private void matrix(String name, String from, int rows, int columns) {
        tensors.add(new GgmlTensor(name, new Rows(from, 0, rows, 1), List.of(rows, columns), Kind.MATRIX));
    }

    private void vector(String name, Rows rows) {
        tensors.add(new GgmlTensor(name, rows, List.of(rows.count()), Kind.NUMBERS));
    }
}
