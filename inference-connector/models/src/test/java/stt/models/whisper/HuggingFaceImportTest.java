package stt.models.whisper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.models.whisper.TinyWhisper.Size;
import stt.models.whisper.TinyWhisper.Tensor;

/** Hugging Face's layout gives the graphs and facts that CTranslate2's gives. */
class HuggingFaceImportTest {
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

    @ParameterizedTest
    @ValueSource(ints = {CTranslate2File.FLOAT32, CTranslate2File.FLOAT16, CTranslate2File.BFLOAT16})
    void everyNumberTypeGivesTheGraphsThatModelBinGives(int type) throws IOException {
        HuggingFaceModel typed = new HuggingFaceModel(new TinyWhisper(type).withoutKeyBiases());
        typed.write(source);
        typed.model.write(folder.resolve("ctranslate2"));
        for (Precision precision : Precision.values()) {
            new WhisperImporter(precision, (done, total) -> {}).importModel(source, target);
            Path other = folder.resolve("other");
            new WhisperImporter(precision, (done, total) -> {}).importModel(folder.resolve("ctranslate2"), other);
            for (String name : List.of("encoder.bin", "encoder.onnx", "decoder.bin", "decoder.onnx")) {
                assertThat(target.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
            }
        }
    }

    @Test
    void shardsGiveWhatOneFileGives() throws IOException {
        model.write(source);
        importAs(Precision.FP32);
        byte[] whole = Files.readAllBytes(target.resolve("decoder.bin"));
        Path sharded = folder.resolve("sharded");
        model.writeSharded(sharded);
        new WhisperImporter(Precision.FP32, (done, total) -> {}).importModel(sharded, target);
        assertThat(target.resolve("decoder.bin")).hasBinaryContent(whole);
        assertThat(WhisperImporter.files(sharded))
                .contains("model-00001-of-00003.safetensors", "model.safetensors.index.json", "tokenizer.json");
    }

    @Test
    void theBareModelsNamesAreUnderstoodToo() throws IOException {
        List<String> names = List.copyOf(model.tensors.keySet());
        names.forEach(name ->
                model.tensors.put(name.substring("model.".length()), requireNonNull(model.tensors.remove(name))));
        model.write(source);
        importAs(Precision.FP32);
        assertThat(target.resolve("whisper.json")).exists();
    }

    @Test
    void factsAreThoseOfTheGenerationConfiguration() throws IOException {
        model.write(source);
        JsonObject facts = facts();
        assertThat(facts.getJsonArray("alignment_heads")).hasToString("[[0,1],[1,0],[1,1]]");
        assertThat(facts.getJsonArray("suppress_tokens")).hasToString("[3,5]");
        assertThat(facts.getJsonArray("suppress_tokens_at_begin")).hasToString("[7,40]");
        assertThat(facts.getJsonArray("forced_tokens"))
                .hasToString("[[2,%d]]".formatted(model.model.token("<|transcribe|>")));
        assertThat(facts.getBoolean("multilingual")).isTrue();
        assertThat(facts.getJsonArray("languages")).hasToString("[\"en\",\"de\",\"haw\"]");
        assertThat(facts.getInt("text_positions")).isEqualTo(TinyWhisper.TEXT_POSITIONS);
        assertThat(facts.getInt("audio_positions")).isEqualTo(TinyWhisper.AUDIO_POSITIONS);
    }

    @Test
    void withoutAGenerationConfigurationTheConfigurationCountsThenClearDefaults() throws IOException {
        model.write(source);
        Files.delete(source.resolve("generation_config.json"));
        JsonObject facts = facts();
        assertThat(facts.getJsonArray("suppress_tokens")).isEmpty();
        assertThat(facts.getJsonArray("suppress_tokens_at_begin")).hasToString("[40]");
        assertThat(facts.getJsonArray("alignment_heads")).hasToString("[[1,0],[1,1]]");
        model.config = Json.createObjectBuilder(model.config)
                .add("suppress_tokens", Json.createArrayBuilder().add(9))
                .add("begin_suppress_tokens", Json.createArrayBuilder().add(8))
                .build();
        model.write(source);
        Files.delete(source.resolve("generation_config.json"));
        Files.delete(source.resolve("preprocessor_config.json"));
        facts = facts();
        assertThat(facts.getJsonArray("suppress_tokens")).hasToString("[9]");
        assertThat(facts.getJsonArray("suppress_tokens_at_begin")).hasToString("[8]");
    }

    @Test
    void alignmentHeadsOfLayersThatADistilledModelLacksAreLeftOut() throws IOException {
        model.generation = Json.createObjectBuilder(model.generation)
                .add(
                        "alignment_heads",
                        Json.createReader(new java.io.StringReader("[[7,0],[10,17],[12,18]]"))
                                .readArray())
                .build();
        model.write(source);
        assertThat(facts().getJsonArray("alignment_heads")).hasToString("[[1,0],[1,1]]");
    }

    @Test
    void anEnglishFineTuneIsToldNeitherLanguageNorTask() throws IOException {
        model.generation = Json.createObjectBuilder(model.generation)
                .add("is_multilingual", false)
                .build();
        model.write(source);
        JsonObject facts = facts();
        assertThat(facts.getBoolean("multilingual")).isFalse();
        assertThat(facts.getJsonArray("languages")).hasToString("[\"en\"]");
    }

    @Test
    void theOlderTokenizerFilesMakeOneTokenizer() throws IOException {
        model.write(source);
        Files.delete(source.resolve("tokenizer.json"));
        List<String> words = new ArrayList<>();
        IntStream.range(0, TinyWhisper.WORDS + 1)
                .forEach(i -> words.add("\"%s\":%d".formatted(model.model.vocabulary.get(i), i)));
        List<String> added = new ArrayList<>();
        IntStream.rangeClosed(TinyWhisper.WORDS + 1, model.model.token("<|notimestamps|>"))
                .forEach(i -> added.add("\"%s\":%d".formatted(model.model.vocabulary.get(i), i)));
        Files.writeString(source.resolve("vocab.json"), "{" + String.join(",", words) + "}");
        Files.writeString(source.resolve("merges.txt"), "#version: 0.2\nw 1\nw 2\n");
        Files.writeString(source.resolve("added_tokens.json"), "{" + String.join(",", added) + "}");
        assertThat(facts().getJsonObject("tokens").getInt("no_timestamps"))
                .isEqualTo(model.model.token("<|notimestamps|>"));
        JsonObject tokenizer = json("tokenizer.json");
        assertThat(tokenizer.getJsonObject("model").getJsonObject("vocab").getInt("w7"))
                .isEqualTo(7);
        assertThat(tokenizer.getJsonObject("model").getJsonArray("merges")).hasToString("[\"w 1\",\"w 2\"]");
        assertThat(tokenizer.getJsonArray("added_tokens")).hasSize(added.size() + 1);
        assertThat(WhisperImporter.files(source)).contains("vocab.json", "merges.txt", "added_tokens.json");
    }

    @Test
    void aWholeVocabularyOfLargeV3HasAHundredLanguagesAndTurbosHeads() throws IOException {
        List<String> languages = new ArrayList<>(
                stt.models.Catalog.builtIn().find("base").orElseThrow().languages());
        languages.add("yue");
        int words = 51_866 - languages.size() - 10; // so that there are as many tokens as large-v3 has
        Size turbo = new Size(160, 20, 1, 4, 128, languages, words);
        HuggingFaceModel large =
                new HuggingFaceModel(new TinyWhisper(CTranslate2File.FLOAT16, turbo).withoutKeyBiases());
        large.generation = Json.createObjectBuilder().build();
        large.write(source);
        JsonObject facts = facts();
        assertThat(facts.getInt("mel_bins")).isEqualTo(128);
        assertThat(facts.getJsonArray("languages")).hasSize(100).last().hasToString("\"yue\"");
        assertThat(facts.getInt("vocabulary")).isEqualTo(51_866);
        assertThat(facts.getJsonArray("alignment_heads")).hasToString("[[2,4],[2,11],[3,3],[3,6],[3,11],[3,14]]");
    }

    @Test
    void projectionsThatAreTheEmbeddingsAreAcceptedAndOthersRefused() throws IOException {
        Tensor embeddings = requireNonNull(model.tensors.get("model.decoder.embed_tokens.weight"));
        model.tensors.put("proj_out.weight", embeddings);
        model.write(source);
        importAs(Precision.NB8);
        float[] other = embeddings.values().clone();
        other[other.length - 1] += 1;
        model.tensors.put("proj_out.weight", new Tensor(other, embeddings.type(), embeddings.dimensions()));
        model.write(source);
        refused("proj_out.weight should be the same as the token embeddings, but differs");
    }

    @Test
    void anImportThatEndsHalfWayLeavesNoModelAndTheNextOneIsWhole() throws IOException {
        model.write(source);
        importAs(Precision.NB8);
        byte[] whole = Files.readAllBytes(target.resolve("decoder.bin"));
        float[] values = new float[64];
        values[0] = Float.POSITIVE_INFINITY;
        Tensor right = requireNonNull(
                model.tensors.put("model.decoder.layers.1.fc2.bias", new Tensor(values, CTranslate2File.FLOAT32, 64)));
        model.write(source);
        assertThatThrownBy(() -> importAs(Precision.NB8)).isInstanceOf(UnreadableModel.class);
        assertThat(target.resolve("whisper.json")).doesNotExist();
        model.tensors.put("model.decoder.layers.1.fc2.bias", right);
        model.write(source);
        importAs(Precision.NB8);
        assertThat(target.resolve("decoder.bin")).hasBinaryContent(whole);
    }

    private void importAs(Precision precision) {
        new WhisperImporter(precision, (done, total) -> {}).importModel(source, target);
    }

    private JsonObject facts() throws IOException {
        importAs(Precision.NB8);
        return json("whisper.json");
    }

    private JsonObject json(String name) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(target.resolve(name)))) {
            return reader.readObject();
        }
    }

    private void refused(String because) {
        assertThatThrownBy(() -> importAs(Precision.FP32))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining(because);
    }
}
