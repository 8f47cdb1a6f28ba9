package stt.transcripts;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people call a transcript's speakers, beside the labels that recognition gave them.
 *
 * @param byLabel a name for each label that has one, such as {@code "Speaker 1"} is {@code "Anna"}
 */
record SpeakerNames(Map<String, String> byLabel) {

    /** No name for anybody. */
    static final SpeakerNames NONE = new SpeakerNames(Map.of());

    private static final String LABEL = "Speaker ";
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    SpeakerNames {
        byLabel = Map.copyOf(byLabel);
    }

    /** The label that recognition gives speaker {@code number}, from 1 on; empty for 0, who is not known. */
    static Optional<String> label(int number) {
        return number == 0 ? Optional.empty() : Optional.of(LABEL + number);
    }

    /** The number that {@link #label} made {@code label} of. */
    static int number(String label) {
        return Integer.parseInt(label.substring(LABEL.length()));
    }

    /** As the database keeps them; null: none. */
    static SpeakerNames read(@Nullable String json) {
        if (json == null) {
            return NONE;
        }
        Map<String, String> names = new LinkedHashMap<>();
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            reader.readObject().forEach((label, name) -> names.put(label, ((JsonString) name).getString()));
        }
        return new SpeakerNames(names);
    }

    /** For {@link #read}. */
    String write() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        byLabel.forEach(json::add);
        return json.build().toString();
    }

    /** What the speaker with {@code label} is called. */
    String of(String label) {
        return byLabel.getOrDefault(label, label);
    }

    /** The speaker with {@code label} is called {@code name} from now on; its own label brings that back. */
    SpeakerNames with(String label, String name) {
        Map<String, String> names = new LinkedHashMap<>(byLabel);
        if (name.equals(label)) {
            names.remove(label);
        } else {
            names.put(label, name);
        }
        return new SpeakerNames(names);
    }
}
