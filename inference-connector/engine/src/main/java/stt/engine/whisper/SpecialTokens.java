package stt.engine.whisper;

import jakarta.json.JsonObject;

/** The ids of Whisper's control tokens, from {@code whisper.json}. */
record SpecialTokens(
        int startOfTranscript, int endOfText, int transcribe, int noSpeech, int noTimestamps, int firstLanguage) {

    static SpecialTokens of(JsonObject json) {
        return new SpecialTokens(
                json.getInt("start_of_transcript"),
                json.getInt("end_of_text"),
                json.getInt("transcribe"),
                json.getInt("no_speech"),
                json.getInt("no_timestamps"),
                json.getInt("first_language"));
    }

    /** The largest of them. */
    int highest() {
        return Math.max(
                Math.max(Math.max(startOfTranscript, endOfText), Math.max(transcribe, noSpeech)),
                Math.max(noTimestamps, firstLanguage));
    }
}
