package stt.models.whisper;

import static java.util.Objects.requireNonNull;

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

    HuggingFaceModel(TinyWhisper model) {
        this.model = model;
        HuggingFaceParts.of(model.size.encoderLayers(), model.size.decoderLayers())
                .forEach(part -> tensors.put(part.to(), slice(part)));
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

    private Tensor slice(HuggingFaceParts part) {
        Tensor whole = requireNonNull(model.tensors.get(part.from()), part.from());
        int count = whole.values().length / part.parts();
        long[] dimensions = whole.dimensions().clone();
        dimensions[0] /= part.parts();
        float[] values = Arrays.copyOfRange(whole.values(), part.part() * count, (part.part() + 1) * count);
        return new Tensor(values, whole.type(), dimensions);
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
