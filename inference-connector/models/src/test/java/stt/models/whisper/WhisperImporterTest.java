package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhisperImporterTest {
    @TempDir
    Path folder;

    private final TinyWhisper model = new TinyWhisper(CTranslate2File.FLOAT16);
    private Path source;
    private Path target;

    @BeforeEach
    void locate() {
        source = folder.resolve("source");
        target = folder.resolve("target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb8", "fp32", "fp16"})
    void writesTheFilesOfAnInstalledModelAndNothingElse(String precision) throws IOException {
        model.write(source);
        importAs(Precision.of(precision).orElseThrow());
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "encoder.onnx",
                            "encoder.bin",
                            "decoder.onnx",
                            "decoder.bin",
                            "tokenizer.json",
                            "whisper.json");
        }
        assertThat(target.resolve("tokenizer.json")).hasSameBinaryContentAs(source.resolve("tokenizer.json"));
    }

    @Test
    void storesTheEmbeddingsOnce() throws IOException {
        model.write(source);
        importAs(Precision.FP32);
        long decoderWeights = model.tensors.entrySet().stream()
                .filter(e -> e.getKey().startsWith("decoder/") && !e.getKey().contains("/attention/linear_1/"))
                .mapToLong(e -> e.getValue().values().length)
                .sum();
        assertThat(Files.size(target.resolve("decoder.bin"))).isLessThan(decoderWeights * Float.BYTES + 10_000);
        long bytes = Files.size(target.resolve("decoder.bin"));
        importAs(Precision.NB8);
        assertThat(Files.size(target.resolve("decoder.bin"))).isLessThan(bytes * 4 / 10);
    }

    @Test
    void factsTellSizesAndTokens() throws IOException {
        model.write(source);
        importAs(Precision.NB8);
        JsonObject facts = facts();
        assertThat(facts.getInt("d_model")).isEqualTo(64);
        assertThat(facts.getInt("heads")).isEqualTo(2);
        assertThat(facts.getInt("encoder_layers")).isEqualTo(2);
        assertThat(facts.getInt("decoder_layers")).isEqualTo(2);
        assertThat(facts.getInt("mel_bins")).isEqualTo(8);
        assertThat(facts.getInt("vocabulary")).isEqualTo(53);
        assertThat(facts.getBoolean("multilingual")).isTrue();
        assertThat(facts.getJsonArray("alignment_heads")).hasToString("[[0,1],[1,0],[1,1]]");
        assertThat(facts.getJsonArray("suppress_tokens")).hasToString("[3,5]");
        assertThat(facts.getJsonArray("suppress_tokens_at_begin")).hasToString("[7,40]");
        assertThat(facts.getJsonArray("languages")).hasToString("[\"en\",\"de\",\"haw\"]");
        assertThat(facts.getJsonObject("tokens"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("start_of_transcript", 41)
                        .add("end_of_text", 40)
                        .add("transcribe", 46)
                        .add("translate", 45)
                        .add("start_of_previous", 48)
                        .add("start_of_lm", 47)
                        .add("no_speech", 49)
                        .add("no_timestamps", 50)
                        .add("timestamp_begin", 51)
                        .add("first_language", 42)
                        .build());
    }

    @Test
    void alignsWithTheUpperHalfOfTheLayersWhereNoHeadsAreNamed() throws IOException {
        model.write(source);
        Files.writeString(source.resolve("config.json"), "{\"suppress_ids\": [], \"suppress_ids_begin\": []}");
        importAs(Precision.NB8);
        JsonArray heads = facts().getJsonArray("alignment_heads");
        assertThat(heads).hasToString("[[1,0],[1,1]]");
    }

    @Test
    void progressGrowsToItsTotal() throws IOException {
        model.write(source);
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        new WhisperImporter(Precision.NB8, (d, t) -> {
                    done.add(d);
                    totals.add(t);
                })
                .importModel(source, target);
        assertThat(done).isSorted().doesNotHaveDuplicates();
        assertThat(totals).containsOnly(done.get(done.size() - 1));
    }

    @Test
    void replacesAnEarlierImport() throws IOException {
        model.write(source);
        importAs(Precision.FP32);
        importAs(Precision.NB8);
        Path fresh = folder.resolve("fresh");
        new WhisperImporter(Precision.NB8, (done, total) -> {}).importModel(source, fresh);
        try (Stream<Path> files = Files.list(fresh)) {
            for (Path file : files.toList()) {
                assertThat(target.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void anImportThatFailsLeavesNoFacts() throws IOException {
        model.write(source);
        importAs(Precision.NB8);
        WhisperImporter interrupted = new WhisperImporter(Precision.NB8, (done, total) -> {
            if (done > total / 2) {
                throw new IllegalStateException("stopped half way");
            }
        });
        assertThatThrownBy(() -> interrupted.importModel(source, target)).hasMessage("stopped half way");
        assertThat(target.resolve("whisper.json")).doesNotExist();
    }

    @Test
    void saysWhenTheTargetCannotBeWritten() throws IOException {
        model.write(source);
        Files.writeString(target, "a file where the folder should be");
        assertThatThrownBy(() -> importAs(Precision.NB8))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(target.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.bin", "config.json", "tokenizer.json"})
    void refusesAFolderWithoutOneOfItsFiles(String missing) throws IOException {
        model.write(source);
        Files.delete(source.resolve(missing));
        refused(missing, "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "tokenizer.json"})
    void refusesDescriptionsThatAreNotWhatTheyShouldBe(String name) throws IOException {
        for (String content :
                List.of("", "not JSON", "[1, 2]", "{}", "{\"added_tokens\": 5, \"suppress_ids\": \"x\"}")) {
            model.write(source);
            Files.writeString(source.resolve(name), content);
            refused(name);
        }
    }

    @Test
    void refusesAVocabularyOfAnotherModel() throws IOException {
        model.write(source);
        Files.writeString(source.resolve("vocabulary.txt"), "one\ntwo\n");
        refused("does not belong to model.bin", "lists 2 tokens, the model knows 53");
    }

    @Test
    void refusesATokenizerOfAnotherModel() throws IOException {
        model.write(source);
        Path tokenizer = source.resolve("tokenizer.json");
        Files.writeString(tokenizer, Files.readString(tokenizer).replace("\"id\":50,", "\"id\":5000,"));
        refused("the tokenizer does not belong to the weights", "it has a token 5001");
        Files.writeString(tokenizer, Files.readString(tokenizer).replace("<|transcribe|>", "<|copy|>"));
        refused("it has no token <|transcribe|>");
    }

    @Test
    void refusesAlignmentHeadsThatTheModelDoesNotHave() throws IOException {
        model.alignmentHeads.add(new int[] {2, 0});
        model.write(source);
        refused("the configuration does not belong to the weights", "head 0 of layer 2");
    }

    @Test
    void refusesAModelWithoutOneOfItsTensors() throws IOException {
        for (String name : List.of(
                "encoder/conv1/weight",
                "encoder/num_heads",
                "decoder/embeddings/weight",
                "decoder/layer_0/attention/linear_1/bias",
                "decoder/layer_norm/beta")) {
            TinyWhisper incomplete = new TinyWhisper(CTranslate2File.FLOAT16);
            incomplete.tensors.remove(name);
            if (name.equals("decoder/embeddings/weight")) { // which the alias needs as well
                incomplete.tensors.put(name, new TinyWhisper.Tensor(new float[64], CTranslate2File.FLOAT16, 1, 64));
            }
            incomplete.write(source);
            refused(name.equals("decoder/embeddings/weight") ? "lists 53 tokens, the model knows 1" : name);
        }
    }

    @Test
    void refusesTensorsThatDoNotFitEachOther() throws IOException {
        model.tensors.put(
                "decoder/layer_1/ffn/linear_0/weight",
                new TinyWhisper.Tensor(new float[256 * 32], CTranslate2File.FLOAT16, 256, 32));
        model.write(source);
        refused("tensor decoder/layer_1/ffn/linear_0/weight should be 256 x 64", "but is 256 x 32");
    }

    @Test
    void refusesHeadsThatDoNotDivideTheWidth() throws IOException {
        model.tensors.put("encoder/num_heads", new TinyWhisper.Tensor(new float[] {5}, CTranslate2File.INT16));
        model.write(source);
        refused("width of 64 cannot be divided among its 5 attention heads");
    }

    @Test
    void refusesQuantizedModels() throws IOException {
        String name = "encoder/layer_0/ffn/linear_0/weight";
        model.tensors.put(name, new TinyWhisper.Tensor(new float[256 * 64], CTranslate2File.INT8, 256, 64));
        model.write(source);
        refused(name, "convert the model without quantization");
    }

    private void importAs(Precision precision) {
        new WhisperImporter(precision, (done, total) -> {}).importModel(source, target);
    }

    private void refused(String... because) {
        assertThatThrownBy(() -> importAs(Precision.NB8))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContainingAll(because);
        assertThat(target.resolve("whisper.json")).doesNotExist();
    }

    private JsonObject facts() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(target.resolve("whisper.json")))) {
            return reader.readObject();
        }
    }
}
