package stt.web.transcripts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stt.transcripts.TranscriptionRequest;
import stt.web.errors.InvalidRequest;
import stt.web.uploads.FormFields;

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

    /**
     * Reads {@code fields}, by name; absent and empty ones have their defaults, unknown ones are ignored.
     *
     * @throws InvalidRequest when one is malformed, or does not go with another
     */
    static TranscribeFields of(Map<String, String> fields) {
        FormFields form = new FormFields(fields);
        TranscriptionRequest request = new TranscriptionRequest(
                form.text("model").orElse(DEFAULT_MODEL),
                OptionFields.of(form),
                form.flag("diarize").orElse(true),
                form.whole("speakers", 0, TranscriptionRequest.MOST_SPEAKERS)
                        .map(Long::intValue)
                        .orElse(0),
                splitChannels(form));
        return new TranscribeFields(
                request, ResponseFormat.named(form.text("response_format").orElse("json")), form.text("callback_url"));
    }

    private static boolean splitChannels(FormFields form) {
        String given = form.text("channels").orElse("mix");
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "mix" -> false;
            case "split" -> true;
            default -> throw FormFields.invalid("channels", "mix or split", given);
        };
    }
}
