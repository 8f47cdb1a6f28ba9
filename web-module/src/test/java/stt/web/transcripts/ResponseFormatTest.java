package stt.web.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.Word;
import stt.web.json.Json;

class ResponseFormatTest {

    private static final Transcript TRANSCRIPT = new Transcript(
            "base",
            "en",
            Duration.ofMillis(125_400),
            List.of(
                    new Segment(
                            Duration.ZERO,
                            Duration.ofMillis(3_200),
                            "Hello.",
                            0.95,
                            List.of(new Word("Hello.", Duration.ofMillis(1), Duration.ofMillis(400), 0.123456))),
                    new Segment(Duration.ofMillis(3_200), Duration.ofMillis(4_000), "Bye.", 1, List.of())));

    @Test
    void jsonHasTheContractsFieldsInItsOrder() {
        assertThat(json())
                .isEqualTo("{\"text\":\"Hello. Bye.\",\"language\":\"en\",\"duration\":125.4,\"segments\":["
                        + "{\"start\":0.0,\"end\":3.2,\"text\":\"Hello.\",\"confidence\":0.95,"
                        + "\"words\":[{\"word\":\"Hello.\",\"start\":0.001,\"end\":0.4,\"confidence\":0.1235}]},"
                        + "{\"start\":3.2,\"end\":4.0,\"text\":\"Bye.\",\"confidence\":1.0}]}");
    }

    @Test
    void jsonTellsNoSpeakersWhileNobodyKnowsThem() {
        assertThat(json()).doesNotContain("speaker", "turns");
    }

    @Test
    void jsonOfSilenceHasAnEmptyText() {
        Transcript silence = new Transcript("base", "en", Duration.ofSeconds(3), List.of());

        JsonObject read = jakarta.json.Json.createReader(
                        new StringReader(Json.FORMAT.toJson(ResponseFormat.JSON.render(silence))))
                .readObject();
        assertThat(read.getString("text")).isEmpty();
        assertThat(read.getJsonArray("segments")).isEmpty();
    }

    @Test
    void textHasALineForEachSegment() {
        assertThat(ResponseFormat.TXT.render(TRANSCRIPT)).isEqualTo("Hello.\nBye.\n");
    }

    @Test
    void everyFormatIsOfItsMediaType() {
        assertThat(ResponseFormat.JSON.type()).isEqualTo("application/json");
        assertThat(ResponseFormat.TXT.type()).startsWith("text/plain");
        assertThat(ResponseFormat.SRT.type()).startsWith("application/x-subrip");
        assertThat(ResponseFormat.VTT.type()).startsWith("text/vtt");
    }

    @Test
    void openAisNamesAreUnderstood() {
        assertThat(ResponseFormat.named("text")).isEqualTo(ResponseFormat.TXT);
        assertThat(ResponseFormat.named("verbose_json")).isEqualTo(ResponseFormat.JSON);
    }

    private static String json() {
        return Json.FORMAT.toJson(ResponseFormat.JSON.render(TRANSCRIPT));
    }
}
