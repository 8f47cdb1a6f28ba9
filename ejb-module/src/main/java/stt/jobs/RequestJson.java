package stt.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;
import stt.transcripts.TranscriptionRequest;

/** A request as the database keeps it. */
final class RequestJson {

    private RequestJson() {}

    static String write(TranscriptionRequest request) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("model", request.model())
                .add("word_times", request.wordTimes())
                .add("diarize", request.diarize())
                .add("speakers", request.speakers())
                .add("split_channels", request.splitChannels());
        request.language().ifPresent(language -> json.add("language", language));
        return json.build().toString();
    }

    static TranscriptionRequest read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new TranscriptionRequest(
                    json.getString("model"),
                    Optional.ofNullable(json.getString("language", null)),
                    json.getBoolean("word_times"),
                    json.getBoolean("diarize"),
                    json.getInt("speakers"),
                    json.getBoolean("split_channels"));
        }
    }
}
