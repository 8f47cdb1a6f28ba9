package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.SPEECH;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real recordings, posted to the real server. */
@Tag("models")
class TranscribeIT {

    private static final String WORDS =
            "and so my fellow americans ask not what your country can do for you ask what you can do for your country";

    private final Api api = SharedServer.api();

    @Test
    void answersWithTheTextItsSegmentsAndTheTimesOfWords() throws IOException {
        HttpResponse<String> answer = api.transcribe(new Multipart().file(JFK).field("model", "base"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonObject transcript = Api.json(answer);
        assertThat(plain(transcript.getString("text"))).isEqualTo(WORDS);
        assertThat(transcript.getString("language")).isEqualTo("en");
        assertThat(transcript.getJsonNumber("duration").doubleValue()).isEqualTo(11.0);
        assertThat(String.join(" ", words(transcript))).isEqualTo(WORDS);
    }

    @Test
    void timesGrowAndStayInsideTheFile() throws IOException {
        JsonObject transcript =
                Api.json(api.transcribe(new Multipart().file(JFK).field("model", "base")));

        double last = 0;
        for (JsonObject segment : transcript.getJsonArray("segments").getValuesAs(JsonObject.class)) {
            assertThat(segment.getJsonNumber("start").doubleValue()).isGreaterThanOrEqualTo(last);
            assertThat(segment.getJsonNumber("confidence").doubleValue()).isBetween(0.0, 1.0);
            for (JsonObject word : segment.getJsonArray("words").getValuesAs(JsonObject.class)) {
                double start = word.getJsonNumber("start").doubleValue();
                double end = word.getJsonNumber("end").doubleValue();
                assertThat(start).isGreaterThanOrEqualTo(last);
                assertThat(end).isGreaterThanOrEqualTo(start);
                last = end;
            }
            assertThat(segment.getJsonNumber("end").doubleValue()).isGreaterThanOrEqualTo(last);
        }
        assertThat(last).isBetween(9.0, 11.0);
    }

    @Test
    void servesTheContractsDefaultModelByAliasAndSaysSo() throws IOException {
        HttpResponse<String> answer = api.transcribe(new Multipart().file(JFK));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Model")).contains("base");
    }

    @Test
    void keepsAnAccountsTranscriptButNotAnAnonymousOne() throws IOException {
        assertThat(api.transcribe(new Multipart().file(JFK)).headers().firstValue("X-Transcript-Id"))
                .isPresent();
        assertThat(api.anonymous()
                        .transcribe(new Multipart().file(JFK))
                        .headers()
                        .firstValue("X-Transcript-Id"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise/dog.wav", "noise/car-horn.wav", "noise/noise1.wav"})
    void givesAnEmptyTextForNoise(String noise) throws IOException {
        JsonObject transcript = Api.json(api.transcribe(new Multipart().file(SPEECH.resolve(noise))));

        assertThat(transcript.getString("text")).isEmpty();
        assertThat(transcript.getJsonArray("segments")).isEmpty();
    }

    @Test
    void runsTheModelThatIsAskedFor() throws IOException {
        HttpResponse<String> answer = api.transcribe(new Multipart().file(JFK).field("model", "tiny.en"));

        assertThat(answer.headers().firstValue("X-Model")).contains("tiny.en");
        assertThat(plain(Api.json(answer).getString("text"))).isEqualTo(WORDS);
    }

    @Test
    void answersInEveryFormat() throws IOException {
        HttpResponse<String> text = formatted("txt");
        assertThat(text.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(plain(text.body().strip())).isEqualTo(WORDS);

        HttpResponse<String> srt = formatted("srt");
        assertThat(srt.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-subrip");
        assertThat(srt.body()).startsWith("1\n00:00:00,").contains(" --> ");

        HttpResponse<String> vtt = formatted("vtt");
        assertThat(vtt.headers().firstValue("Content-Type").orElse("")).startsWith("text/vtt");
        assertThat(vtt.body()).startsWith("WEBVTT\n\n").contains(" --> ");
    }

    @Test
    void takesAFileWithoutAUsefulName() throws IOException {
        HttpResponse<String> answer = api.transcribe(
                new Multipart().file("blob", java.nio.file.Files.readAllBytes(SPEECH.resolve("multilingual.mp3"))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Api.json(answer).getString("text")).isNotBlank();
    }

    private HttpResponse<String> formatted(String format) throws IOException {
        Path file = JFK;
        HttpResponse<String> answer = api.transcribe(new Multipart().file(file).field("response_format", format));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<String> words(JsonObject transcript) {
        List<String> words = new ArrayList<>();
        for (JsonObject segment : transcript.getJsonArray("segments").getValuesAs(JsonObject.class)) {
            for (JsonObject word : segment.getJsonArray("words").getValuesAs(JsonObject.class)) {
                words.add(plain(word.getString("word")));
            }
        }
        return words;
    }

    private static String plain(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z ]", "");
    }
}
