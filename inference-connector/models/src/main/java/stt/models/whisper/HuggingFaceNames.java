package stt.models.whisper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What Hugging Face's {@code WhisperForConditionalGeneration} calls the tensors that {@link WeightSource} speaks of, and
 * of which of its matrices they are made. Some publish the bare {@code WhisperModel}, whose names lack a prefix.
 */
final class HuggingFaceNames {
    private static final String PREFIX = "model.";

    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private final Predicate<String> has;
    private final String prefix;

    /** @param has whether the files have a tensor */
    HuggingFaceNames(Predicate<String> has) {
        this.has = has;
        this.prefix = has.test("encoder.conv1.weight") ? "" : PREFIX;
        for (String tensor : List.of("weight", "bias")) {
            add("encoder/conv1/" + tensor, "encoder.conv1." + tensor);
            add("encoder/conv2/" + tensor, "encoder.conv2." + tensor);
        }
        add("decoder/embeddings/weight", "decoder.embed_tokens.weight");
        part("encoder");
        part("decoder");
    }

    /** By name in {@link WeightSource}: the published tensors whose rows, one after the other, make it. */
    Map<String, List<String>> parts() {
        return parts;
    }

    private void part(String part) {
        add(part + "/position_encodings/encodings", part + ".embed_positions.weight");
        norm(part + "/layer_norm", part + ".layer_norm");
        for (int i = 0; has.test(prefix + part + ".layers." + i + ".self_attn.q_proj.weight"); i++) {
            layer(part + "/layer_" + i + "/", part + ".layers." + i + ".", part.equals("decoder"));
        }
    }

    private void layer(String to, String from, boolean crossAttention) {
        norm(to + "self_attention/layer_norm", from + "self_attn_layer_norm");
        linear(to + "self_attention/linear_0", from, "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj");
        linear(to + "self_attention/linear_1", from, "self_attn.out_proj");
        if (crossAttention) {
            norm(to + "attention/layer_norm", from + "encoder_attn_layer_norm");
            linear(to + "attention/linear_0", from, "encoder_attn.q_proj");
            linear(to + "attention/linear_1", from, "encoder_attn.k_proj", "encoder_attn.v_proj");
            linear(to + "attention/linear_2", from, "encoder_attn.out_proj");
        }
        norm(to + "ffn/layer_norm", from + "final_layer_norm");
        linear(to + "ffn/linear_0", from, "fc1");
        linear(to + "ffn/linear_1", from, "fc2");
    }

    private void norm(String to, String from) {
        add(to + "/gamma", from + ".weight");
        add(to + "/beta", from + ".bias");
    }

    private void linear(String to, String layer, String... from) {
        for (String tensor : List.of("weight", "bias")) {
            List<String> names = new ArrayList<>();
            for (String one : from) {
                names.add(layer + one + "." + tensor);
            }
            add(to + "/" + tensor, names.toArray(String[]::new));
        }
    }

    private void add(String to, String... from) {
        parts.put(to, List.of(from).stream().map(name -> prefix + name).toList());
    }
}
