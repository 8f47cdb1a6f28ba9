package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.models.whisper.TinyWhisper.Tensor;

/** What is wrong with a model in Hugging Face's layout is said in a sentence. */
class HuggingFaceRefusalsTest {
    private static final String WEIGHTS = "model.safetensors";

    @TempDir
    Path folder;

    private final HuggingFaceModel model =
            new HuggingFaceModel(new TinyWhisper(CTranslate2File.FLOAT32).withoutKeyBiases());
    private Path source;
    private Path target;

    @BeforeEach
    void locate() {
        source = folder.resolve("source");
        target = folder.resolve("target");
    }

    @Test
    void refusesAMissingTensorByItsPublishedName() throws IOException {
        model.tensors.remove("model.decoder.layers.1.fc2.bias");
        model.write(source);
        refused("have no tensor model.decoder.layers.1.fc2.bias, which every Whisper model has");
    }

    @Test
    void refusesATensorOfAnotherShapeByItsPublishedName() throws IOException {
        model.tensors.put("model.encoder.layers.0.fc1.bias", new Tensor(new float[3], CTranslate2File.FLOAT32, 3));
        model.write(source);
        refused("tensor model.encoder.layers.0.fc1.bias should be 256 to fit the model's other tensors, but is 3");
    }

    @Test
    void refusesWeightsThatAreNoNumbers() throws IOException {
        float[] values = new float[64];
        values[63] = Float.NaN;
        model.tensors.put("model.decoder.layers.1.fc2.bias", new Tensor(values, CTranslate2File.FLOAT32, 64));
        model.write(source);
        refused("model.decoder.layers.1.fc2.bias is damaged: it has the number NaN, where weights are finite");
    }

    @Test
    void refusesNumbersThatDoNotFitIntoHalves() throws IOException {
        float[] values = new float[64];
        values[5] = 70000;
        model.tensors.put("model.decoder.layers.1.fc2.bias", new Tensor(values, CTranslate2File.FLOAT32, 64));
        model.write(source);
        assertThatThrownBy(() -> importAs(Precision.FP16))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining("has a number 70000.0, which is too large for fp16");
    }

    @Test
    void refusesConfigurationsOfAnotherModel() throws IOException {
        JsonObject right = model.config;
        for (String size : List.of("d_model", "encoder_layers", "decoder_layers", "encoder_ffn_dim", "vocab_size")) {
            model.config = Json.createObjectBuilder(right).add(size, 99).build();
            model.write(source);
            refused("config.json does not belong to the weights: its " + size + " is 99");
        }
        model.config = Json.createObjectBuilder(right).add("model_type", "bert").build();
        model.write(source);
        refused("config.json should have the model_type whisper, but has bert");
        model.config = Json.createObjectBuilder(right)
                .add("decoder_attention_heads", 4)
                .build();
        model.write(source);
        refused("config.json should have the decoder_attention_heads 2, but has 4");
        model.config = Json.createObjectBuilder(right)
                .remove("encoder_attention_heads")
                .build();
        model.write(source);
        refused("is not the configuration of a Hugging Face Whisper model");
    }

    @Test
    void refusesFeaturesThatTheEngineDoesNotCompute() throws IOException {
        JsonObject right = model.preprocessor;
        model.preprocessor =
                Json.createObjectBuilder(right).add("feature_size", 80).build();
        model.write(source);
        refused("preprocessor_config.json should have a feature_size of 8 to fit the model, but has 80");
        model.preprocessor =
                Json.createObjectBuilder(right).add("sampling_rate", 8000).build();
        model.write(source);
        refused("should have a sampling_rate of 16000 to fit the model, but has 8000");
    }

    @Test
    void refusesAGenerationConfigurationOfAnotherTokenizer() throws IOException {
        JsonObject right = model.generation;
        model.generation = Json.createObjectBuilder(right)
                .add("no_timestamps_token_id", 50363)
                .build();
        model.write(source);
        refused("generation_config.json does not belong to the tokenizer: it gives <|notimestamps|> the id 50363");
        model.generation = Json.createObjectBuilder(right)
                .add("suppress_tokens", Json.createArrayBuilder().add(-1))
                .build();
        model.write(source);
        refused("it names a token -1, but the model knows 0 to 52");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.safetensors",
                "/etc/passwd",
                "a/b.safetensors",
                "..\\\\b.safetensors",
                ".hidden.safetensors",
                "model.bin",
                ""
            })
    void refusesAnIndexThatLeavesItsFolder(String shard) throws IOException {
        model.writeSharded(source);
        HuggingFaceModel.writeIndex(
                source,
                Json.createObjectBuilder()
                        .add("model.encoder.conv1.weight", shard)
                        .build());
        refused("should name files of its own folder that end in .safetensors, but has \"" + shard + "\"");
        assertThatThrownBy(() -> WhisperImporter.files(source)).isInstanceOf(UnreadableModel.class);
    }

    @Test
    void refusesAnIndexThatDoesNotFitItsFiles() throws IOException {
        model.writeSharded(source);
        Files.delete(source.resolve("model-00002-of-00003.safetensors"));
        refused("has no model-00002-of-00003.safetensors, which model.safetensors.index.json names");
        model.writeSharded(source);
        HuggingFaceModel.writeIndex(
                source,
                Json.createObjectBuilder()
                        .add("absent", "model-00001-of-00003.safetensors")
                        .build());
        refused("has no tensor absent, which model.safetensors.index.json says it has");
        HuggingFaceModel.writeIndex(source, Json.createObjectBuilder().build());
        refused("should name 1 to 1000 files, but names 0");
    }

    @Test
    void refusesATruncatedFileAndLeavesNoModelBehind() throws IOException {
        model.write(source);
        importAs(Precision.NB8);
        byte[] weights = Files.readAllBytes(source.resolve(WEIGHTS));
        Files.write(source.resolve(WEIGHTS), java.util.Arrays.copyOf(weights, weights.length - 1));
        refused("is truncated: ");
        Files.write(source.resolve(WEIGHTS), "version https://git-lfs".getBytes(StandardCharsets.UTF_8));
        refused("is no safetensors file of a Whisper model");
    }

    private void importAs(Precision precision) {
        new WhisperImporter(precision, (done, total) -> {}).importModel(source, target);
    }

    private void refused(String because) {
        assertThatThrownBy(() -> importAs(Precision.FP32))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining(because);
    }
}
