package stt.transcripts;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import stt.inference.api.Word;

/** A segment's words as the database keeps them: {@code [["word", start ms, end ms, confidence], ...]}. */
final class WordsJson {

    private static final int CONFIDENCE_DIGITS = 4;
    private static final JsonGeneratorFactory WRITERS = Json.createGeneratorFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private WordsJson() {}

    static String write(List<Word> words) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WRITERS.createGenerator(text)) {
            json.writeStartArray();
            for (Word word : words) {
                json.writeStartArray()
                        .write(word.text())
                        .write(word.start().toMillis())
                        .write(word.end().toMillis())
                        .write(rounded(word.confidence()))
                        .writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    static List<Word> read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonArray.class).stream()
                    .map(WordsJson::word)
                    .toList();
        }
    }

    private static Word word(JsonArray fields) {
        return new Word(
                fields.getString(0),
                Duration.ofMillis(fields.getJsonNumber(1).longValue()),
                Duration.ofMillis(fields.getJsonNumber(2).longValue()),
                fields.getJsonNumber(3).doubleValue());
    }

    private static BigDecimal rounded(double confidence) {
        return BigDecimal.valueOf(confidence)
                .setScale(CONFIDENCE_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
