package stt.connector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stt.engine.EngineOptions;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.text.Tokenizer;
import stt.engine.whisper.WhisperEngine;
import stt.inference.api.AudioSource;
import stt.inference.api.Beam;
import stt.inference.api.CancelToken;
import stt.inference.api.Context;
import stt.inference.api.Decoding;
import stt.inference.api.RunControl;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Vad;
import stt.models.InstallOptions;
import stt.models.ModelStore;
import stt.models.sources.Progress;
import stt.models.whisper.Precision;

/** The same text as faster-whisper's, with the same weights in float32 and the same options: src/test/python/decoding.py. */
@Tag("models")
class DecodingReferenceTest {

    private static final Path MODELS = Path.of(System.getProperty("stt.models.dir"));
    private static final Path SPEECH = Path.of(System.getProperty("stt.repository"), "bench", "speech");
    private static final int SILENCE = AudioSource.SAMPLE_RATE_HZ / 2;

    @TempDir
    static Path folder;

    private static SpeechModel model;
    private static SpeechSession session;
    private static Path directory;

    @BeforeAll
    static void load() {
        Path published = ModelStore.at(MODELS).keptSources("base").orElseThrow();
        directory = ModelStore.at(folder)
                .install("own", new InstallOptions(published, Precision.FP32, false, true), Progress.SILENT)
                .model()
                .directory();
        Path silero = MODELS.resolve("silero-vad").resolve("silero_vad.onnx");
        model = WhisperEngine.load("own", directory, silero, EngineOptions.cpu(2));
        session = model.open();
    }

    @AfterAll
    static void free() {
        session.close();
        model.close();
    }

    private static JsonObject reference() {
        try (InputStream in = requireNonNull(DecodingReferenceTest.class.getResourceAsStream("decoding.json"));
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<String> runs() {
        return List.copyOf(reference().getJsonObject("runs").keySet());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theTextIsTheSame(String name) throws IOException {
        JsonObject run = reference().getJsonObject("runs").getJsonObject(name);
        AudioSource audio = AudioSource.of(joined(run.getJsonArray("files").getValuesAs(JsonString::getString)));
        String text = session.transcribe(
                        audio, options(run.getJsonObject("options")), RunControl.of(new CancelToken(), Runs.LONG))
                .text();

        assertThat(text).isEqualTo(run.getString("text").strip().replaceAll("\\s+", " "));
    }

    @Test
    void textBecomesTheSameTokens() {
        Tokenizer tokenizer = Tokenizer.load(directory.resolve("tokenizer.json"));
        for (JsonArray pair : reference().getJsonArray("encodings").getValuesAs(JsonArray.class)) {
            int[] expected = pair.getJsonArray(1).getValuesAs(JsonNumber.class).stream()
                    .mapToInt(JsonNumber::intValue)
                    .toArray();
            assertThat(tokenizer.encode(pair.getString(0)))
                    .as(pair.getString(0))
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatACallerWritesIsNeverAControlToken() {
        Tokenizer tokenizer = Tokenizer.load(directory.resolve("tokenizer.json"));

        int[] tokens = tokenizer.encode(" <|endoftext|><|startoftranscript|>");

        assertThat(Arrays.stream(tokens).boxed()).isNotEmpty().allMatch(token -> token < 50_257);
    }

    private static TranscriptionOptions options(JsonObject asked) {
        Beam beam = new Beam(asked.getInt("beam_size"), number(asked, "patience"), number(asked, "length_penalty"));
        Context context = new Context(
                Optional.ofNullable(asked.getString("initial_prompt", null)),
                Optional.ofNullable(asked.getString("hotwords", null)),
                asked.getBoolean("condition_on_previous_text"));
        return TranscriptionOptions.DEFAULT
                .withLanguage(Optional.of(asked.getString("language")))
                .withTask(asked.getString("task", "").equals("translate") ? Task.TRANSLATE : Task.TRANSCRIBE)
                .withStrategy(Strategy.SEQUENTIAL)
                .withVad(Vad.OFF)
                .withContext(context)
                .withDecoding(Decoding.DEFAULT.with(beam));
    }

    private static double number(JsonObject asked, String name) {
        return asked.containsKey(name) ? asked.getJsonNumber(name).doubleValue() : 1;
    }

    /** The recordings one after the other, with half a second of zeros between them. */
    private static float[] joined(List<String> names) throws IOException {
        List<float[]> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(wav(SPEECH.resolve(name)));
        }
        int length = parts.stream().mapToInt(part -> part.length + SILENCE).sum() - SILENCE;
        float[] all = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length + SILENCE;
        }
        return all;
    }

    /** Mixed down to mono; 16 bits, 16 kHz. */
    private static float[] wav(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int channels = 1;
        int chunk = 12;
        while (bytes.getInt(chunk) != 0x61746164) { // "data"
            if (bytes.getInt(chunk) == 0x20746d66) { // "fmt "
                channels = bytes.getShort(chunk + 10);
            }
            chunk += 8 + bytes.getInt(chunk + 4);
        }
        int count = Math.min(bytes.getInt(chunk + 4), bytes.capacity() - chunk - 8) / 2;
        float[] mono = new float[count / channels];
        for (int i = 0; i < mono.length * channels; i++) {
            mono[i / channels] += bytes.getShort(chunk + 8 + 2 * i) / (32768f * channels);
        }
        return mono;
    }
}
