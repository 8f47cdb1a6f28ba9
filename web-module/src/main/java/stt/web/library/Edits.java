package stt.web.library;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import stt.transcripts.SegmentEdit;
import stt.transcripts.TranscriptEdit;
import stt.web.errors.InvalidRequest;

/** What the body of a PATCH asks for. */
final class Edits {

    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_SPEAKER = 100;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_SPEAKERS = 1_000;

    private Edits() {}

    /**
     * {@code {"title": "...", "speakers": {"Speaker 1": "Anna"}}}, either or both.
     *
     * @throws InvalidRequest when a field is malformed, or none is there
     */
    static TranscriptEdit ofTranscript(JsonObject body) {
        Optional<String> title =
                Optional.ofNullable(body.get("title")).map(value -> line(value, "title", LONGEST_TITLE));
        Map<String, String> speakers = new LinkedHashMap<>();
        if (body.containsKey("speakers")) {
            if (!(body.get("speakers") instanceof JsonObject names) || names.size() > MOST_SPEAKERS) {
                throw new InvalidRequest(
                        "invalid_speakers", "speakers must be an object: a new name for each speaker.");
            }
            names.forEach((who, name) -> speakers.put(who, line(name, "speakers", LONGEST_SPEAKER)));
        }
        if (title.isEmpty() && speakers.isEmpty()) {
            throw new InvalidRequest("nothing_to_change", "title or speakers must be given.");
        }
        return new TranscriptEdit(title, speakers);
    }

    /**
     * {@code {"text": "...", "speaker": "..."}}, either or both; null brings back what was recognized.
     *
     * @throws InvalidRequest when a field is malformed, or none is there
     */
    static SegmentEdit ofSegment(JsonObject body) {
        JsonValue text = body.get("text");
        JsonValue speaker = body.get("speaker");
        SegmentEdit edit = new SegmentEdit(
                text == null ? Optional.empty() : Optional.of(text(text)),
                speaker == null ? Optional.empty() : Optional.of(speaker(speaker)));
        if (edit.text().isEmpty() && edit.speaker().isEmpty()) {
            throw new InvalidRequest("nothing_to_change", "text or speaker must be given.");
        }
        return edit;
    }

    private static Optional<String> text(JsonValue value) {
        return orBack(value).map(given -> {
            String text = string(given, "text").strip();
            if (text.isEmpty() || text.length() > LONGEST_TEXT) {
                throw new InvalidRequest(
                        "invalid_text", "text must have 1 to " + LONGEST_TEXT + " characters, or be null.");
            }
            return text;
        });
    }

    private static Optional<String> speaker(JsonValue value) {
        return orBack(value).map(name -> line(name, "speaker", LONGEST_SPEAKER));
    }

    private static Optional<JsonValue> orBack(JsonValue value) {
        return Optional.of(value).filter(given -> !JsonValue.NULL.equals(given));
    }

    /** What is shown on one line: names and titles. */
    private static String line(JsonValue value, String field, int longest) {
        String text = string(value, field).strip();
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > longest
                || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidRequest(
                    "invalid_" + field, field + ": a name must have 1 to " + longest + " characters, on one line.");
        }
        return text;
    }

    private static String string(JsonValue value, String field) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new InvalidRequest("invalid_" + field, field + " must be text.");
    }
}
