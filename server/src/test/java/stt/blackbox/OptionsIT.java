package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.SPEECH;
import static stt.blackbox.Api.assertError;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fields of a transcription do to real recordings. */
@Tag("models")
class OptionsIT {

    private static final Path AUSTEN = SPEECH.resolve("sense_and_sensibility_01_austen_64kb-0870.wav");

    private final Api api = SharedServer.api();

    /** Names and values of fields in turn; speakers are somebody else's subject. */
    private static Multipart form(Path recording, String... fields) throws IOException {
        Multipart form = new Multipart().file(recording).field("model", "base").field("diarize", "false");
        for (int i = 0; i < fields.length; i += 2) {
            form.field(fields[i], fields[i + 1]);
        }
        return form;
    }

    private JsonObject transcript(Path recording, String... fields) throws IOException {
        HttpResponse<String> answer = api.transcribe(form(recording, fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }

    private String text(Path recording, String... fields) throws IOException {
        return transcript(recording, fields).getString("text");
    }

    private static List<JsonObject> segments(JsonObject transcript) {
        return transcript.getJsonArray("segments").getValuesAs(JsonObject.class);
    }

    private static double seconds(JsonObject segment) {
        return segment.getJsonNumber("end").doubleValue()
                - segment.getJsonNumber("start").doubleValue();
    }

    @Test
    void aPromptDecidesHowANameIsSpelled() throws IOException {
        assertThat(text(AUSTEN)).contains("John Dashwood");
        assertThat(text(AUSTEN, "prompt", "Mr. Jon Dashwoode and his sisters.")).contains("Dashwoode");
    }

    @Test
    void hotwordsDecideHowANameIsSpelled() throws IOException {
        assertThat(text(AUSTEN, "hotwords", "Dashwoode, Jon")).contains("Dashwoode");
        assertThat(text(AUSTEN, "hotwords[]", "Dashwoode", "hotwords[]", "Jon")).contains("Dashwoode");
    }

    @Test
    void translationGivesEnglish() throws IOException {
        Path recording = SPEECH.resolve("multilingual.mp3");

        assertThat(text(recording)).contains("zu veröffentlichen");
        assertThat(text(recording, "task", "translate"))
                .doesNotContain("zu veröffentlichen")
                .containsIgnoringCase("publish");
    }

    @Test
    void whatIsDrawnAtRandomRepeatsItselfWithTheSameSeed() throws IOException {
        String first = text(AUSTEN, "temperature", "1", "best_of", "1", "seed", "7");

        assertThat(text(AUSTEN, "temperature", "1", "best_of", "1", "seed", "7"))
                .isEqualTo(first);
        assertThat(List.of(
                        text(AUSTEN, "temperature", "1", "best_of", "1", "seed", "8"),
                        text(AUSTEN, "temperature", "1", "best_of", "1", "seed", "9"),
                        text(AUSTEN, "temperature", "1", "best_of", "1", "seed", "10")))
                .anyMatch(other -> !other.equals(first));
    }

    @Test
    void wordsHaveTimesUnlessTheyAreNotAskedFor() throws IOException {
        assertThat(segments(
                        transcript(JFK, "timestamp_granularities[]", "segment", "timestamp_granularities[]", "word")))
                .isNotEmpty()
                .allSatisfy(segment -> assertThat(segment).containsKey("words"));
        for (String[] field : new String[][] {{"word_timestamps", "false"}, {"timestamp_granularities[]", "segment"}}) {
            assertThat(segments(transcript(JFK, field))).isNotEmpty().allSatisfy(segment -> assertThat(segment)
                    .doesNotContainKey("words"));
        }
    }

    @Test
    void segmentsAreNoLongerThanIsAskedFor() throws IOException {
        JsonObject whole = transcript(JFK);
        JsonObject seconds = transcript(JFK, "max_segment_length", "2.5");
        JsonObject characters = transcript(JFK, "max_segment_characters", "30");

        assertThat(segments(whole)).anyMatch(segment -> seconds(segment) > 2.5);
        assertThat(segments(whole))
                .anyMatch(segment -> segment.getString("text").length() > 30);
        assertThat(segments(seconds)).allMatch(segment -> seconds(segment) <= 2.5);
        assertThat(segments(characters))
                .allMatch(segment -> segment.getString("text").length() <= 30);
        assertThat(seconds.getString("text")).isEqualTo(whole.getString("text"));
        assertThat(characters.getString("text")).isEqualTo(whole.getString("text"));
    }

    @ParameterizedTest
    @CsvSource({
        "beam_size,5",
        "preset,accurate",
        "strategy,sequential",
        "condition_on_previous_text,true",
    })
    void meetingsReadOtherwiseWhenTheyAreDecodedOtherwise(String field, String value) throws IOException {
        Path meeting = SPEECH.resolve("ami/trn03.flac");

        assertThat(text(meeting, field, value))
                .contains("not having crashes at the moment")
                .isNotEqualTo(text(meeting));
    }

    @Test
    void withoutVoiceActivityNoiseIsDecodedToo() throws IOException {
        Path horn = SPEECH.resolve("noise/car-horn.wav");

        assertThat(text(horn)).isEmpty();
        assertThat(text(horn, "vad", "false")).isNotEmpty();
    }

    @Test
    void speechBeginsWhereItIsLoudEnoughAndPadded() throws IOException {
        JsonObject usual = transcript(JFK);
        JsonObject strict = transcript(JFK, "vad_threshold", "0.95", "vad_speech_pad_ms", "0");

        assertThat(segments(strict).get(0).getJsonNumber("start").doubleValue())
                .isGreaterThan(segments(usual).get(0).getJsonNumber("start").doubleValue());
    }

    @ParameterizedTest
    @CsvSource({
        "beam_size,11,invalid_beam_size",
        "temperature,2,invalid_temperature",
        "temperature,'0,x',invalid_temperature",
        "preset,best,invalid_preset",
        "strategy,parallel,invalid_strategy",
        "task,summarize,invalid_task",
        "vad,maybe,invalid_vad",
        "vad_threshold,1,invalid_vad_threshold",
        "max_segment_length,0.5,invalid_max_segment_length",
        "timestamp_granularities[],letter,invalid_timestamp_granularities",
        "best_of,5,conflicting_fields"
    })
    void badValuesAreRefusedByName(String field, String value, String code) throws IOException {
        HttpResponse<String> answer = api.transcribe(form(JFK, field, value));

        assertError(answer, 400);
        assertThat(Api.json(answer).getString("code")).isEqualTo(code);
        assertThat(Api.json(answer).getString("error")).contains(field.replace("[]", ""));
    }

    @Test
    void beamsAtATemperatureAboveZeroAreRefused() throws IOException {
        assertError(api.transcribe(form(JFK, "beam_size", "5", "temperature", "0.2")), 400);
    }

    @Test
    void aModelForEnglishAloneTranslatesNothingAndNothingIsQueued() throws IOException {
        Multipart form = new Multipart().file(JFK).field("model", "tiny.en").field("task", "translate");

        for (HttpResponse<String> answer : List.of(api.transcribe(form), api.send(queued(form)))) {
            assertError(answer, 400);
            assertThat(Api.json(answer).getString("code")).isEqualTo("unsupported_task");
        }
    }

    @Test
    void theSameKeyWithAnotherFieldIsAnotherRequest() throws IOException {
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first =
                api.send(post(form(JFK, "temperature", "0")).header("Idempotency-Key", key));
        HttpResponse<String> again =
                api.send(post(form(JFK, "temperature", "0")).header("Idempotency-Key", key));
        HttpResponse<String> other =
                api.send(post(form(JFK, "temperature", "0.2")).header("Idempotency-Key", key));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertError(other, 422);
    }

    @Test
    void aQueuedRecordingIsDecodedAsAsked() throws IOException {
        JsonObject waited = transcript(JFK, "max_segment_length", "2.5", "prompt", "Amerikans");

        HttpResponse<String> accepted = api.send(queued(form(JFK, "max_segment_length", "2.5", "prompt", "Amerikans")));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String path = accepted.headers().firstValue("Location").orElseThrow();
        JsonObject kept = Api.json(api.get(path));
        while (List.of("queued", "processing").contains(kept.getString("status"))) {
            kept = Api.json(api.get(path));
        }

        assertThat(segments(kept))
                .extracting(segment -> segment.getString("text"))
                .isEqualTo(segments(waited).stream()
                        .map(segment -> segment.getString("text"))
                        .toList());
    }

    private HttpRequest.Builder post(Multipart form) {
        return api.request("/v1/transcribe")
                .header("Content-Type", Multipart.contentType())
                .POST(form.body());
    }

    private HttpRequest.Builder queued(Multipart form) {
        return post(form).header("Prefer", "respond-async");
    }
}
