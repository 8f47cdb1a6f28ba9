package stt.transcripts;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short lists as the database keeps them; an empty one is null. */
final class ListJson {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ListJson() {}

    static @Nullable String write(List<?> values) {
        return values.isEmpty() ? null : Json.createArrayBuilder(values).build().toString();
    }

    static List<Integer> numbers(@Nullable String text) {
        return read(text).getValuesAs(JsonNumber::intValue);
    }

    static List<String> texts(@Nullable String text) {
        return read(text).getValuesAs(JsonString::getString);
    }

    private static JsonArray read(@Nullable String text) {
        if (text == null) {
            return JsonArray.EMPTY_JSON_ARRAY;
        }
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
