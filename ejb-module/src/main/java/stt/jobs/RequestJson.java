package stt.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import stt.transcripts.TranscriptionRequest;

/** A request as the database keeps it. */
final class RequestJson {

    private static final String OPTIONS = "options";

    private RequestJson() {}

    static String write(TranscriptionRequest request) {
        return Json.createObjectBuilder()
                .add("model", request.model())
                .add(OPTIONS, OptionsJson.write(request.options()))
                .add("diarize", request.diarize())
                .add("speakers", request.speakers())
                .add("split_channels", request.splitChannels())
                .build()
                .toString();
    }

    static TranscriptionRequest read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new TranscriptionRequest(
                    json.getString("model"),
                    // Versions before 2026-11-25 kept the few options that there were beside the model.
                    OptionsJson.read(json.containsKey(OPTIONS) ? json.getJsonObject(OPTIONS) : json),
                    json.getBoolean("diarize"),
                    json.getInt("speakers"),
                    json.getBoolean("split_channels"));
        }
    }
}
