package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import stt.models.whisper.TinyWhisper.Tensor;

/** A {@link TinyWhisper} as Hugging Face's transformers write it: its files, to be changed and then written. */
final class HuggingFaceModel {
    final TinyWhisper model;
    final Map<String, Tensor> tensors = new LinkedHashMap<>();
    JsonObject config;
    JsonObject generation;
    JsonObject preprocessor;
    private final int width;

    HuggingFaceModel(TinyWhisper model) {
        this.model = model;
        this.width = model.size.width();
        part("encoder", model.size.encoderLayers());
        part("decoder", model.size.decoderLayers());
        for (String tensor : new String[] {"weight", "bias"}) {
            take("encoder/conv1/" + tensor, "encoder.conv1." + tensor);
            take("encoder/conv2/" + tensor, "encoder.conv2." + tensor);
        }
        take("decoder/embeddings/weight", "decoder.embed_tokens.weight");
        config = configuration();
        generation = generationConfiguration();
        preprocessor = Json.createObjectBuilder()
                .add("feature_extractor_type", "WhisperFeatureExtractor")
                .add("feature_size", model.size.melBins())
                .add("hop_length", 160)
                .add("n_fft", 400)
                .add("sampling_rate", 16000)
                .build();
    }

    /** Writes all files, the weights in one. */
    HuggingFaceModel write(Path folder) throws IOException {
        writeDescription(folder);
        Files.write(folder.resolve("model.safetensors"), bytes(tensors).bytes());
        return this;
    }

    /** Writes all files, the weights in three with an index. */
    HuggingFaceModel writeSharded(Path folder) throws IOException {
        writeDescription(folder);
        JsonObjectBuilder index = Json.createObjectBuilder();
        for (int shard = 0; shard < 3; shard++) {
            String name = "model-0000%d-of-00003.safetensors".formatted(shard + 1);
            Map<String, Tensor> some = new LinkedHashMap<>();
            int number = 0;
            for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
                if (number++ % 3 == shard) {
                    some.put(tensor.getKey(), tensor.getValue());
                    index.add(tensor.getKey(), name);
                }
            }
            Files.write(folder.resolve(name), bytes(some).bytes());
        }
        writeIndex(folder, index.build());
        return this;
    }

    static void writeIndex(Path folder, JsonObject map) throws IOException {
        JsonObject index = Json.createObjectBuilder()
                .add("metadata", Json.createObjectBuilder().add("total_size", 1))
                .add("weight_map", map)
                .build();
        Files.writeString(folder.resolve("model.safetensors.index.json"), index.toString());
    }

    private void writeDescription(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), config.toString());
        Files.writeString(folder.resolve("generation_config.json"), generation.toString());
        Files.writeString(folder.resolve("preprocessor_config.json"), preprocessor.toString());
        Files.writeString(folder.resolve("tokenizer.json"), model.tokenizer());
    }

    private static SafetensorsBytes bytes(Map<String, Tensor> tensors) {
        SafetensorsBytes file = new SafetensorsBytes();
        tensors.forEach((name, tensor) -> file.tensor(name, tensor.type(), tensor.values(), tensor.dimensions()));
        return file;
    }

    private void part(String part, int layers) {
        take(part + "/position_encodings/encodings", part + ".embed_positions.weight");
        norm(part + "/layer_norm", part + ".layer_norm");
        for (int i = 0; i < layers; i++) {
            String from = part + "/layer_" + i + "/";
            String to = part + ".layers." + i + ".";
            norm(from + "self_attention/layer_norm", to + "self_attn_layer_norm");
            split(from + "self_attention/linear_0", to + "self_attn.", "q_proj", "k_proj", "v_proj");
            linear(from + "self_attention/linear_1", to + "self_attn.out_proj");
            if (part.equals("decoder")) {
                norm(from + "attention/layer_norm", to + "encoder_attn_layer_norm");
                linear(from + "attention/linear_0", to + "encoder_attn.q_proj");
                split(from + "attention/linear_1", to + "encoder_attn.", "k_proj", "v_proj");
                linear(from + "attention/linear_2", to + "encoder_attn.out_proj");
            }
            norm(from + "ffn/layer_norm", to + "final_layer_norm");
            linear(from + "ffn/linear_0", to + "fc1");
            linear(from + "ffn/linear_1", to + "fc2");
        }
    }

    private void norm(String from, String to) {
        take(from + "/gamma", to + ".weight");
        take(from + "/beta", to + ".bias");
    }

    private void linear(String from, String to) {
        take(from + "/weight", to + ".weight");
        take(from + "/bias", to + ".bias");
    }

    private void split(String from, String to, String... parts) {
        Tensor weight = tensor(from + "/weight");
        Tensor bias = tensor(from + "/bias");
        for (int i = 0; i < parts.length; i++) {
            int begin = i * width;
            float[] rows = Arrays.copyOfRange(weight.values(), begin * width, (begin + width) * width);
            put(to + parts[i] + ".weight", new Tensor(rows, weight.type(), width, width));
            if (!parts[i].equals("k_proj")) {
                float[] some = Arrays.copyOfRange(bias.values(), begin, begin + width);
                put(to + parts[i] + ".bias", new Tensor(some, bias.type(), width));
            }
        }
    }

    private void take(String from, String to) {
        put(to, tensor(from));
    }

    private void put(String name, Tensor tensor) {
        tensors.put("model." + name, tensor);
    }

    private Tensor tensor(String name) {
        return java.util.Objects.requireNonNull(model.tensors.get(name), name);
    }

    private JsonObject configuration() {
        TinyWhisper.Size size = model.size;
        return Json.createObjectBuilder()
                .add("model_type", "whisper")
                .add("activation_function", "gelu")
                .add("d_model", size.width())
                .add("encoder_layers", size.encoderLayers())
                .add("decoder_layers", size.decoderLayers())
                .add("encoder_attention_heads", size.heads())
                .add("decoder_attention_heads", size.heads())
                .add("encoder_ffn_dim", 4 * size.width())
                .add("decoder_ffn_dim", 4 * size.width())
                .add("vocab_size", model.vocabulary.size())
                .add("num_mel_bins", size.melBins())
                .add("max_source_positions", TinyWhisper.AUDIO_POSITIONS)
                .add("max_target_positions", TinyWhisper.TEXT_POSITIONS)
                .add("scale_embedding", false)
                .addNull("forced_decoder_ids")
                .build();
    }

    private JsonObject generationConfiguration() {
        JsonObjectBuilder languages = Json.createObjectBuilder();
        model.size
                .languages()
                .forEach(language -> languages.add("<|" + language + "|>", model.token("<|" + language + "|>")));
        JsonArrayBuilder heads = Json.createArrayBuilder();
        model.alignmentHeads.forEach(
                head -> heads.add(Json.createArrayBuilder().add(head[0]).add(head[1])));
        return Json.createObjectBuilder()
                .add("alignment_heads", heads)
                .add("is_multilingual", true)
                .add("lang_to_id", languages)
                .add(
                        "task_to_id",
                        Json.createObjectBuilder()
                                .add("transcribe", model.token("<|transcribe|>"))
                                .add("translate", model.token("<|translate|>")))
                .add("no_timestamps_token_id", model.token("<|notimestamps|>"))
                .add("suppress_tokens", Json.createArrayBuilder().add(3).add(5))
                .add("begin_suppress_tokens", Json.createArrayBuilder().add(7).add(model.token("<|endoftext|>")))
                .add(
                        "forced_decoder_ids",
                        Json.createArrayBuilder()
                                .add(Json.createArrayBuilder().add(1).addNull())
                                .add(Json.createArrayBuilder().add(2).add(model.token("<|transcribe|>"))))
                .build();
    }
}
