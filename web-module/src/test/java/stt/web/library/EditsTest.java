package stt.web.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.transcripts.SegmentEdit;
import stt.transcripts.TranscriptEdit;
import stt.web.errors.InvalidRequest;

class EditsTest {

    @Test
    void aTranscriptsTitleAndSpeakersAreRead() {
        assertThat(Edits.ofTranscript(json("{\"title\": \" Board \", \"speakers\": {\"Speaker 1\": \"Anna\"}}")))
                .isEqualTo(new TranscriptEdit(Optional.of("Board"), Map.of("Speaker 1", "Anna")));
    }

    @Test
    void nullBringsBackWhatWasRecognized() {
        assertThat(Edits.ofSegment(json("{\"text\": null, \"speaker\": \"Bo\"}")))
                .isEqualTo(new SegmentEdit(Optional.of(Optional.empty()), Optional.of(Optional.of("Bo"))));
        assertThat(Edits.ofSegment(json("{\"text\": \"x\"}")).speaker()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": null}",
                "{\"title\": \"  \"}",
                "{\"title\": 5}",
                "{\"title\": \"a\\nb\"}",
                "{\"speakers\": [\"Anna\"]}",
                "{\"speakers\": {\"Speaker 1\": null}}",
                "{\"speakers\": {\"Speaker 1\": \"\"}}"
            })
    void aTranscriptsMalformedEditIsRefused(String body) {
        assertThatThrownBy(() -> Edits.ofTranscript(json(body))).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"text\": \"\"}", "{\"text\": 1}", "{\"speaker\": \"a\\u0000b\"}", "{\"speaker\": {}}"})
    void aSegmentsMalformedEditIsRefused(String body) {
        assertThatThrownBy(() -> Edits.ofSegment(json(body))).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void whatIsTooLongIsRefused() {
        String name = "x".repeat(256);

        assertThatThrownBy(() -> Edits.ofTranscript(json("{\"title\": \"" + name + "\"}")))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> Edits.ofSegment(json("{\"text\": \"" + name.repeat(80) + "\"}")))
                .isInstanceOf(InvalidRequest.class);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
