package stt.web.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import stt.web.errors.InvalidRequest;

class TextExportsTest {

    private static final Export EXPORT = Spoken.transcript(
            "Board --> meeting", "en", List.of("Anna", "Bo"), List.of("Hello \"all\".", "Hi\nAnna <3", "Bye."));

    @Test
    void textHasTitleDateSpeakersAndTimes() {
        assertThat(Spoken.text(ExportFormat.TXT, EXPORT))
                .isEqualTo(
                        """
                        Board --> meeting
                        Date: 2026-11-25 09:30 UTC
                        Length: 00:00:15
                        Speakers: Anna, Bo

                        [00:00:00] Anna: Hello "all".
                        [00:00:05] Bo: Hi Anna <3
                        [00:00:10] Anna: Bye.
                        """);
    }

    @Test
    void oneSpeakerAloneIsNotNamed() {
        assertThat(Spoken.text(ExportFormat.TXT, Spoken.transcript("a", "en", List.of("Speaker 1"), List.of("Hello."))))
                .doesNotContain("Speaker")
                .endsWith("[00:00:00] Hello.\n");
    }

    @Test
    void subRipNamesSpeakersWhereTheyChange() {
        assertThat(Spoken.text(ExportFormat.SRT, EXPORT))
                .isEqualTo(
                        """
                        1
                        00:00:00,000 --> 00:00:04,500
                        Anna: Hello "all".

                        2
                        00:00:05,000 --> 00:00:09,500
                        Bo: Hi Anna <3

                        3
                        00:00:10,000 --> 00:00:14,500
                        Anna: Bye.

                        """);
    }

    @Test
    void webVttHasItsHeadInAComment() {
        assertThat(Spoken.text(ExportFormat.VTT, EXPORT))
                .isEqualTo(
                        """
                        WEBVTT

                        NOTE
                        Board \u2192 meeting
                        Date: 2026-11-25 09:30 UTC
                        Length: 00:00:15
                        Speakers: Anna, Bo

                        00:00:00.000 --> 00:00:04.500
                        <v Anna>Hello "all".

                        00:00:05.000 --> 00:00:09.500
                        <v Bo>Hi Anna &lt;3

                        00:00:10.000 --> 00:00:14.500
                        <v Anna>Bye.

                        """);
    }

    @Test
    void jsonIsOneObjectWithTextAndSegments() {
        JsonObject json = Json.createReader(new StringReader(Spoken.text(ExportFormat.JSON, EXPORT)))
                .readObject();

        assertThat(json.getString("title")).isEqualTo("Board --> meeting");
        assertThat(json.getString("created")).isEqualTo("2026-11-25T09:30:15.250Z");
        assertThat(json.getString("text")).isEqualTo("Hello \"all\". Hi\nAnna <3 Bye.");
        assertThat(json.getJsonArray("segments")).hasSize(3);
        JsonObject second = json.getJsonArray("segments").getJsonObject(1);
        assertThat(second.getJsonNumber("start").doubleValue()).isEqualTo(5.0);
        assertThat(second.getString("speaker")).isEqualTo("Bo");
        assertThat(second.getString("text")).isEqualTo("Hi\nAnna <3");
    }

    @Test
    void jsonOfSilenceIsWholeToo() {
        JsonObject json = Json.createReader(new StringReader(
                        Spoken.text(ExportFormat.JSON, Spoken.transcript("a", "en", List.of(), List.of()))))
                .readObject();

        assertThat(json.getString("text")).isEmpty();
        assertThat(json.getJsonArray("segments")).isEmpty();
    }

    @Test
    void formatsAreNamedByTheirExtensions() {
        assertThat(ExportFormat.named("docx")).isEqualTo(ExportFormat.DOCX);
        assertThatThrownBy(() -> ExportFormat.named("DOCX")).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> ExportFormat.named("exe")).isInstanceOf(InvalidRequest.class);
    }
}
