package stt.web.transcripts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stt.inference.Language;
import stt.transcripts.TranscriptionRequest;
import stt.web.errors.InvalidRequest;

/**
 * The fields of a transcription request besides its file, checked.
 *
 * @param request how to transcribe
 * @param format how to answer
 * @param callback where to tell of the end
 */
record TranscribeFields(TranscriptionRequest request, ResponseFormat format, Optional<String> callback) {

    /** The contract's default. */
    static final String DEFAULT_MODEL = "large-v3-turbo";

    private static final int LONGEST_QUOTE = 40;

    /**
     * Reads {@code fields}, by name; absent and empty ones have their defaults, unknown ones are ignored.
     *
     * @throws InvalidRequest when one is malformed
     */
    static TranscribeFields of(Map<String, String> fields) {
        TranscriptionRequest request = new TranscriptionRequest(
                text(fields, "model").orElse(DEFAULT_MODEL),
                language(fields),
                flag(fields, "word_timestamps", true),
                flag(fields, "diarize", true),
                speakers(fields),
                splitChannels(fields));
        return new TranscribeFields(
                request,
                ResponseFormat.named(text(fields, "response_format").orElse("json")),
                text(fields, "callback_url"));
    }

    private static Optional<String> text(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    private static Optional<String> language(Map<String, String> fields) {
        Optional<String> given = text(fields, "language").filter(code -> !code.equalsIgnoreCase("auto"));
        return given.map(code -> Language.withCode(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new InvalidRequest(
                        "unknown_language",
                        "language must be \"auto\" or a code that GET /v1/languages lists, found " + quoted(code)
                                + "."))
                .code());
    }

    private static boolean flag(Map<String, String> fields, String name, boolean otherwise) {
        return text(fields, name)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default ->
                        throw new InvalidRequest(
                                "invalid_" + name, name + " must be true or false, found " + quoted(value) + ".");
                })
                .orElse(otherwise);
    }

    private static int speakers(Map<String, String> fields) {
        String given = text(fields, "speakers").orElse("0");
        try {
            int speakers = Integer.parseInt(given);
            if (speakers >= 0 && speakers <= TranscriptionRequest.MOST_SPEAKERS) {
                return speakers;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new InvalidRequest(
                "invalid_speakers",
                "speakers must be a whole number from 0 to " + TranscriptionRequest.MOST_SPEAKERS + ", found "
                        + quoted(given) + ".");
    }

    private static boolean splitChannels(Map<String, String> fields) {
        String given = text(fields, "channels").orElse("mix");
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "mix" -> false;
            case "split" -> true;
            default ->
                throw new InvalidRequest(
                        "invalid_channels", "channels must be mix or split, found " + quoted(given) + ".");
        };
    }

    private static String quoted(String value) {
        return '"' + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "..." : value) + '"';
    }
}
