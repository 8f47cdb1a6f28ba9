package stt.engine.whisper;

import jakarta.json.JsonObject;
import java.util.stream.IntStream;

/** The ids of Whisper's control tokens, from {@code whisper.json}. */
record SpecialTokens(
        int startOfTranscript,
        int endOfText,
        int transcribe,
        int translate,
        int startOfPrevious,
        int noSpeech,
        int noTimestamps,
        int timestampBegin,
        int firstLanguage) {

    static SpecialTokens of(JsonObject json) {
        return new SpecialTokens(
                json.getInt("start_of_transcript"),
                json.getInt("end_of_text"),
                json.getInt("transcribe"),
                json.getInt("translate"),
                json.getInt("start_of_previous"),
                json.getInt("no_speech"),
                json.getInt("no_timestamps"),
                json.getInt("timestamp_begin"),
                json.getInt("first_language"));
    }

    /** The largest of them. */
    int highest() {
        return IntStream.of(
                        startOfTranscript,
                        endOfText,
                        transcribe,
                        translate,
                        startOfPrevious,
                        noSpeech,
                        noTimestamps,
                        timestampBegin,
                        firstLanguage)
                .max()
                .getAsInt();
    }
}
