package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps a server from telling speakers apart, it delivers transcripts. */
@Tag("models")
class SpeakersUnavailableIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path data;

    @Test
    void deliversTheTranscriptWithAWarningWhenTheModelOfVoicesIsNotInstalled() throws Exception {
        Map<String, String> settings = Map.of("STT_DIARIZATION_VOICES", "wespeaker-resnet34");
        try (ServerUnderTest server = ServerUnderTest.start(data, ServerUnderTest.freePort(), settings)) {
            server.awaitLine("Ready: ");
            String key = server.awaitLine("  API key ")
                    .substring("  API key ".length())
                    .strip();

            JsonObject transcript = Api.json(Api.of(server.base(), key)
                    .transcribe(
                            new Multipart().file(Api.JFK).field("model", "base").field("diarize", "true")));

            assertThat(transcript.getString("text")).contains("what your country can do for you");
            assertThat(transcript).doesNotContainKeys("speakers", "turns");
            assertThat(transcript.getJsonArray("segments").getValuesAs(JsonObject.class))
                    .isNotEmpty()
                    .allSatisfy(segment -> assertThat(segment).doesNotContainKey("speaker"));
            assertThat(transcript.getJsonArray("warnings").getValuesAs(JsonString::getString))
                    .singleElement()
                    .asString()
                    .contains("Speakers could not be told apart");
        }
    }
}
