package stt.models.whisper;

import java.util.ArrayList;
import java.util.List;

/**
 * How the tensors of {@link WeightSource} are published by Hugging Face's transformers: written from their source
 * (modeling_whisper.py), and not from the importer.
 *
 * @param from name in {@link WeightSource}
 * @param part which of equally many rows of it, from 0
 * @param parts how many
 * @param to published name
 */
record HuggingFaceParts(String from, int part, int parts, String to) {

    /** The tensors of a model with so many layers, without the biases of keys, which transformers lack. */
    static List<HuggingFaceParts> of(int encoderLayers, int decoderLayers) {
        List<HuggingFaceParts> all = new ArrayList<>();
        part(all, "encoder", encoderLayers);
        part(all, "decoder", decoderLayers);
        for (String tensor : new String[] {"weight", "bias"}) {
            whole(all, "encoder/conv1/" + tensor, "encoder.conv1." + tensor);
            whole(all, "encoder/conv2/" + tensor, "encoder.conv2." + tensor);
        }
        whole(all, "decoder/embeddings/weight", "decoder.embed_tokens.weight");
        return all;
    }

    private static void part(List<HuggingFaceParts> all, String part, int layers) {
        whole(all, part + "/position_encodings/encodings", part + ".embed_positions.weight");
        norm(all, part + "/layer_norm", part + ".layer_norm");
        for (int i = 0; i < layers; i++) {
            String from = part + "/layer_" + i + "/";
            String to = part + ".layers." + i + ".";
            norm(all, from + "self_attention/layer_norm", to + "self_attn_layer_norm");
            linear(all, from + "self_attention/linear_0", to + "self_attn.", "q_proj", "k_proj", "v_proj");
            linear(all, from + "self_attention/linear_1", to + "self_attn.", "out_proj");
            if (part.equals("decoder")) {
                norm(all, from + "attention/layer_norm", to + "encoder_attn_layer_norm");
                linear(all, from + "attention/linear_0", to + "encoder_attn.", "q_proj");
                linear(all, from + "attention/linear_1", to + "encoder_attn.", "k_proj", "v_proj");
                linear(all, from + "attention/linear_2", to + "encoder_attn.", "out_proj");
            }
            norm(all, from + "ffn/layer_norm", to + "final_layer_norm");
            linear(all, from + "ffn/linear_0", to, "fc1");
            linear(all, from + "ffn/linear_1", to, "fc2");
        }
    }

    private static void norm(List<HuggingFaceParts> all, String from, String to) {
        whole(all, from + "/gamma", to + ".weight");
        whole(all, from + "/beta", to + ".bias");
    }

    private static void linear(List<HuggingFaceParts> all, String from, String to, String... names) {
        for (int i = 0; i < names.length; i++) {
            String name = "model." + to + names[i];
            all.add(new HuggingFaceParts(from + "/weight", i, names.length, name + ".weight"));
            if (!names[i].equals("k_proj")) {
                all.add(new HuggingFaceParts(from + "/bias", i, names.length, name + ".bias"));
            }
        }
    }

    private static void whole(List<HuggingFaceParts> all, String from, String to) {
        all.add(new HuggingFaceParts(from, 0, 1, "model." + to));
    }
}
