package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.SPEECH;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who spoke when, from the real server. */
@Tag("models")
class SpeakersIT {

    private final Api api = SharedServer.api();

    private static Multipart conversation() throws IOException {
        return new Multipart().file(SPEECH.resolve("conversation.wav"));
    }

    private JsonObject transcript(Multipart form) throws IOException {
        HttpResponse<String> answer = api.transcribe(form.field("model", "base"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }

    private static List<String> names(JsonObject transcript, String field) {
        return transcript.getJsonArray(field).getValuesAs(JsonString::getString);
    }

    private static List<JsonObject> objects(JsonObject parent, String field) {
        return parent.getJsonArray(field).getValuesAs(JsonObject.class);
    }

    private static double seconds(JsonObject object, String field) {
        return object.getJsonNumber(field).doubleValue();
    }

    @Test
    void tellsTheSpeakersOfAConversationApartWithoutBeingAsked() throws IOException {
        JsonObject transcript = transcript(conversation());

        assertThat(names(transcript, "speakers")).containsExactly("Speaker 1", "Speaker 2");
        assertThat(objects(transcript, "segments"))
                .extracting(segment -> segment.getString("speaker"))
                .contains("Speaker 1", "Speaker 2");
        assertThat(transcript).doesNotContainKey("warnings");
    }

    @Test
    void saysWhoSpeaksWhenOverlapsIncluded() throws IOException {
        List<JsonObject> turns = objects(transcript(conversation()), "turns");

        assertThat(turns.get(0).getString("speaker")).isEqualTo("Speaker 1");
        double end = 0;
        boolean overlaps = false;
        for (JsonObject turn : turns) {
            assertThat(seconds(turn, "end"))
                    .isGreaterThan(seconds(turn, "start"))
                    .isLessThanOrEqualTo(30);
            overlaps |= seconds(turn, "start") < end;
            end = Math.max(end, seconds(turn, "end"));
        }
        assertThat(overlaps).as("turns overlap somewhere: %s", turns).isTrue();
        assertThat(turns).isSortedAccordingTo((a, b) -> Double.compare(seconds(a, "start"), seconds(b, "start")));
    }

    @Test
    void givesWordsTheirSegmentsSpeaker() throws IOException {
        for (JsonObject segment : objects(transcript(conversation()), "segments")) {
            assertThat(objects(segment, "words")).isNotEmpty().allSatisfy(word -> assertThat(word.getString("speaker"))
                    .isEqualTo(segment.getString("speaker")));
        }
    }

    @Test
    void findsOneSpeakerInASpeech() throws IOException {
        JsonObject transcript = transcript(new Multipart().file(JFK));

        assertThat(names(transcript, "speakers")).containsExactly("Speaker 1");
    }

    @Test
    void findsAsManySpeakersAsTheCallerSays() throws IOException {
        assertThat(names(transcript(conversation().field("speakers", "1")), "speakers"))
                .hasSize(1);
        assertThat(names(transcript(conversation().field("speakers", "3")), "speakers"))
                .hasSize(3);
    }

    @Test
    void saysNothingOfSpeakersWhenTheyAreNotAskedFor() throws IOException {
        JsonObject transcript = transcript(conversation().field("diarize", "false"));

        assertThat(transcript).doesNotContainKeys("speakers", "turns", "warnings");
        assertThat(objects(transcript, "segments")).isNotEmpty().allSatisfy(segment -> assertThat(segment)
                .doesNotContainKey("speaker"));
    }

    @Test
    void dividesSegmentsAlsoWhenTheTimesOfWordsAreNotAskedFor() throws IOException {
        JsonObject transcript = transcript(conversation().field("word_timestamps", "false"));

        assertThat(objects(transcript, "segments"))
                .allSatisfy(
                        segment -> assertThat(segment).containsKey("speaker").doesNotContainKey("words"))
                .extracting(segment -> segment.getString("speaker"))
                .contains("Speaker 1", "Speaker 2");
    }

    @Test
    void namesSpeakersInTextAndSubtitles() throws IOException {
        assertThat(formatted("txt").lines()).allSatisfy(line -> assertThat(line).matches("Speaker [12]: .+"));
        assertThat(formatted("srt").lines().filter(line -> line.startsWith("Speaker ")))
                .anySatisfy(line -> assertThat(line).startsWith("Speaker 1: "))
                .anySatisfy(line -> assertThat(line).startsWith("Speaker 2: "));
        assertThat(formatted("vtt").lines().filter(line -> line.startsWith("<v ")))
                .anySatisfy(line -> assertThat(line).startsWith("<v Speaker 1>"))
                .anySatisfy(line -> assertThat(line).startsWith("<v Speaker 2>"));
    }

    private String formatted(String format) throws IOException {
        HttpResponse<String> answer =
                api.transcribe(conversation().field("model", "base").field("response_format", format));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void takesEveryChannelForASpeakerWhenTheyAreSplit() throws IOException {
        JsonObject transcript = transcript(
                new Multipart().file(SPEECH.resolve("two-channels.wav")).field("channels", "split"));

        assertThat(names(transcript, "speakers")).containsExactly("Speaker 1", "Speaker 2");
        assertThat(names(transcript, "channels")).containsExactlyInAnyOrder("Speaker 1", "Speaker 2");
        assertThat(objects(transcript, "segments").stream()
                        .map(segment -> segment.getString("speaker"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Speaker 1", "Speaker 2");
    }

    @Test
    void refusesOtherWordsForChannels() throws IOException {
        HttpResponse<String> answer = api.transcribe(conversation().field("channels", "both"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.json(answer).getString("error")).contains("channels").contains("both");
    }

    @Test
    void findsNobodyInNoise() throws IOException {
        JsonObject transcript = transcript(new Multipart().file(SPEECH.resolve("noise/car-horn.wav")));

        assertThat(names(transcript, "speakers")).isEmpty();
        assertThat(objects(transcript, "turns")).isEmpty();
        assertThat(transcript).doesNotContainKey("warnings");
    }
}
