package stt.transcripts;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stt.inference.api.Turn;
import stt.transcripts.TranscriptDetail.SpokenTurn;

/** Turns as the database keeps them: {@code [[start ms, end ms, "label"], ...]}. */
final class TurnsJson {

    private static final JsonGeneratorFactory WRITERS = Json.createGeneratorFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private TurnsJson() {}

    /** For {@link #read}. */
    static String write(List<Turn> turns) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WRITERS.createGenerator(text)) {
            json.writeStartArray();
            for (Turn turn : turns) {
                json.writeStartArray()
                        .write(turn.start().toMillis())
                        .write(turn.end().toMillis())
                        .write(SpeakerNames.label(turn.speaker()).orElseThrow())
                        .writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    /** With the speakers called by {@code names}. */
    static List<SpokenTurn> read(Optional<String> text, SpeakerNames names) {
        if (text.isEmpty()) {
            return List.of();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(text.get()))) {
            return reader.readArray().getValuesAs(JsonArray.class).stream()
                    .map(turn -> new SpokenTurn(
                            Duration.ofMillis(turn.getJsonNumber(0).longValue()),
                            Duration.ofMillis(turn.getJsonNumber(1).longValue()),
                            names.of(turn.getString(2))))
                    .toList();
        }
    }
}
