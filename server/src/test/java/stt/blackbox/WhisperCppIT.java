package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.SPEECH;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A model for whisper.cpp, installed while the real server runs, and asked for by its id. */
@Tag("models")
class WhisperCppIT {

    private static final String MODEL = "ggml-tiny.en";

    private static final String WORDS =
            "and so my fellow americans ask not what your country can do for you ask what you can do for your country";

    private final Api api = SharedServer.api();

    /** As an operator does who has the weights at hand; into the store of the server under test. */
    @BeforeAll
    static void install() throws IOException, InterruptedException {
        String models = System.getProperty("stt.models.dir");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("stt.server.jar"),
                "models",
                "install",
                MODEL,
                "--from",
                Path.of(models, ".sources", "tiny.en").toString());
        command.environment()
                .put("STT_MODELS_DIR", SharedServer.models().folder().toString());
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("ggml-tiny.en is ").contains("installed: fp16");
    }

    private HttpResponse<String> transcribe(Multipart form) {
        HttpResponse<String> answer = api.transcribe(form.field("model", MODEL));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void answersWithTextSegmentsAndWhatItCannotTell() throws IOException {
        HttpResponse<String> answer = transcribe(new Multipart().file(JFK));

        JsonObject transcript = Api.json(answer);
        assertThat(plain(transcript.getString("text"))).isEqualTo(WORDS);
        assertThat(answer.headers().firstValue("X-Model")).contains(MODEL);
        assertThat(transcript.getString("language")).isEqualTo("en");
        assertThat(transcript.getJsonNumber("duration").doubleValue()).isEqualTo(11.0);
        assertThat(transcript.getJsonArray("segments")).isNotEmpty();
        assertThat(transcript.getJsonArray("warnings").getValuesAs(JsonString::getString))
                .containsExactly("The model ggml-tiny.en tells no times of words.");
    }

    @Test
    void tellsSpeakersApartBySegments() throws IOException {
        JsonObject transcript = Api.json(transcribe(new Multipart().file(SPEECH.resolve("conversation.wav"))));

        assertThat(transcript.getJsonArray("speakers").getValuesAs(JsonString::getString))
                .containsExactly("Speaker 1", "Speaker 2");
        assertThat(transcript.getJsonArray("segments").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(segment -> assertThat(segment.getString("speaker")).isIn("Speaker 1", "Speaker 2"));
    }

    @Test
    void makesSubtitles() throws IOException {
        String subtitles = transcribe(
                        new Multipart().file(JFK).field("diarize", "false").field("response_format", "srt"))
                .body();

        assertThat(subtitles).startsWith("1\n00:00:00,").contains(" --> ");
        assertThat(plain(subtitles
                        .replaceAll("(?m)^[0-9:,> -]+$", "")
                        .replace('\n', ' ')
                        .replaceAll(" +", " ")
                        .strip()))
                .isEqualTo(WORDS);
    }

    @Test
    void isListedWithTheOthers() {
        List<JsonObject> models =
                Api.json(api.get("/v1/models")).getJsonArray("models").getValuesAs(JsonObject.class);

        assertThat(models)
                .filteredOn(model -> model.getString("id").equals(MODEL))
                .singleElement()
                .satisfies(model -> {
                    assertThat(model.getBoolean("installed")).isTrue();
                    assertThat(model.getInt("languages")).isEqualTo(1);
                });
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
    }
}
