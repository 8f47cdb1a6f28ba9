package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtSession;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The starter models' own weights, which an installation keeps on demand: {@code ./stt models install base tiny.en
 * --keep-sources}. The reference logits were made by src/test/python/reference_logits.py.
 */
@Tag("models")
class PublishedWeightsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"base", "tiny.en"})
    void floatLogitsEqualThoseOfIndependentGraphs(String id) throws Exception {
        new WhisperImporter(Precision.FP32, (done, total) -> {}).importModel(sources(id), folder);
        try (ImportedModel model = new ImportedModel(folder, 64);
                OrtSession.Result encoded = model.encode(new float[][][] {ReferenceLogMel.of(jfk(), 80)});
                ImportedModel.Decoding decoding = model.decode(encoded, 1)) {
            for (JsonObject expected : reference(id).getValuesAs(JsonObject.class)) {
                ImportedModel.Step step = decoding.step(new long[][] {integers(expected.getJsonArray("ids"))});
                compareLogits(expected, step.logits()[0][0], 1e-3f);
                compareAttention(expected, step.attention()[0]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "tiny.en"})
    void halfFloatLogitsAreNearThoseOfIndependentGraphs(String id) throws Exception {
        new WhisperImporter(Precision.FP16, (done, total) -> {}).importModel(sources(id), folder);
        try (ImportedModel model = new ImportedModel(folder, 64);
                OrtSession.Result encoded = model.encode(new float[][][] {ReferenceLogMel.of(jfk(), 80)});
                ImportedModel.Decoding decoding = model.decode(encoded, 1)) {
            for (JsonObject expected : reference(id).getValuesAs(JsonObject.class)) {
                ImportedModel.Step step = decoding.step(new long[][] {integers(expected.getJsonArray("ids"))});
                compareLogits(expected, step.logits()[0][0], 0.1f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "tiny.en"})
    void huggingFacesLayoutOfTheSameWeightsGivesTheSameBytes(String id) throws Exception {
        Path rewritten = folder.resolve("rewritten");
        PublishedRewriter.write(sources(id), rewritten);
        for (Precision precision : new Precision[] {Precision.FP32, Precision.NB8}) {
            Path expected = folder.resolve("expected");
            Path found = folder.resolve("found");
            new WhisperImporter(precision, (done, total) -> {}).importModel(sources(id), expected);
            new WhisperImporter(precision, (done, total) -> {}).importModel(rewritten, found);
            for (String file : new String[] {"encoder.bin", "encoder.onnx", "decoder.bin", "decoder.onnx"}) {
                assertThat(Files.mismatch(found.resolve(file), expected.resolve(file)))
                        .as(file)
                        .isEqualTo(-1);
            }
            assertThat(found.resolve("whisper.json")).hasSameTextualContentAs(expected.resolve("whisper.json"));
        }
    }

    @Test
    void baseIsMultilingualAndTinyEnIsEnglishOnly() throws IOException {
        JsonObject base = facts("base");
        assertThat(base.getBoolean("multilingual")).isTrue();
        assertThat(base.getJsonArray("languages")).hasSize(99);
        assertThat(base.getJsonArray("languages").getString(98)).isEqualTo("su");
        assertThat(base.getJsonObject("tokens").getInt("timestamp_begin")).isEqualTo(50364);
        JsonObject tinyEn = facts("tiny.en");
        assertThat(tinyEn.getBoolean("multilingual")).isFalse();
        assertThat(tinyEn.getJsonArray("languages")).hasToString("[\"en\"]");
        assertThat(tinyEn.getJsonObject("tokens").getInt("timestamp_begin")).isEqualTo(50363);
    }

    /** The largest tensor of base has 106 MB as float32, and the model 290 MB. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void importsWithFarLessMemoryThanTheLargestTensorHas(boolean safetensors) throws Exception {
        Path source = safetensors ? folder.resolve("rewritten") : sources("base");
        if (safetensors) {
            PublishedRewriter.write(sources("base"), source);
        }
        Path target = folder.resolve("target");
        Process importing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:MaxDirectMemorySize=16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportInAnotherProcess.class.getName(),
                        source.toString(),
                        target.toString())
                .inheritIO()
                .start();
        assertThat(importing.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(importing.exitValue()).isZero();
        assertThat(target.resolve("whisper.json")).exists();
    }

    /** What {@link #importsWithFarLessMemoryThanTheLargestTensorHas} starts. */
    static final class ImportInAnotherProcess {
        private ImportInAnotherProcess() {}

        public static void main(String[] arguments) {
            new WhisperImporter(Precision.FP32, (done, total) -> {})
                    .importModel(Path.of(arguments[0]), Path.of(arguments[1]));
        }
    }

    private JsonObject facts(String id) throws IOException {
        Path target = folder.resolve(id);
        new WhisperImporter(Precision.NB8, (done, total) -> {}).importModel(sources(id), target);
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(target.resolve("whisper.json")))) {
            return reader.readObject();
        }
    }

    private static void compareLogits(JsonObject expected, float[] logits, float precision) {
        long[] tokens = integers(expected.getJsonArray("tokens"));
        for (int i = 0; i < tokens.length; i++) {
            float value =
                    (float) expected.getJsonArray("logits").getJsonNumber(i).doubleValue();
            assertThat(logits[(int) tokens[i]]).as("logit of %d", tokens[i]).isCloseTo(value, within(precision));
        }
    }

    private static void compareAttention(JsonObject expected, float[][][] attention) {
        for (int head = 0; head < attention.length; head++) {
            long[] attended = integers(expected.getJsonArray("attended").getJsonArray(head));
            JsonArray shares = expected.getJsonArray("attention").getJsonArray(head);
            for (int token = 0; token < attended.length; token++) {
                assertThat(attention[head][token][(int) attended[token]])
                        .isCloseTo((float) shares.getJsonNumber(token).doubleValue(), within(1e-4f));
            }
        }
    }

    private static JsonArray reference(String id) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                        PublishedWeightsTest.class.getResourceAsStream("reference-" + id + ".json"));
                JsonReader reader = Json.createReader(in)) {
            return reader.readArray();
        }
    }

    private static long[] integers(JsonArray array) {
        return array.getValuesAs(JsonNumber.class).stream()
                .mapToLong(JsonNumber::longValueExact)
                .toArray();
    }

    private static Path sources(String id) {
        Path sources = Path.of(System.getProperty("stt.models.dir"), ".sources", id);
        assertThat(sources.resolve("model.bin"))
                .as("./stt models install %s --keep-sources", id)
                .exists();
        return sources;
    }

    private static Path jfk() {
        return Path.of(System.getProperty("stt.repository"), "bench", "speech", "jfk.wav");
    }
}
