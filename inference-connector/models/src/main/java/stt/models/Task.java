package stt.models;

/** What a model is for. */
public enum Task {
    /** Speech to text. */
    TRANSCRIPTION("transcription"),
    /** Finding where somebody speaks. */
    VOICE_ACTIVITY("vad"),
    /** Telling who speaks when. */
    SPEAKERS("speakers"),
    /** Texts to vectors. */
    EMBEDDING("embedding"),
    /** Text to text, by instructions. */
    TEXT_GENERATION("text-generation"),
    /** A language to another. */
    TRANSLATION("translation"),
    /** Noise out of speech. */
    ENHANCEMENT("enhancement"),
    /** Text to speech. */
    SYNTHESIS("synthesis");

    private final String code;

    Task(String code) {
        this.code = code;
    }

    /** As the catalog writes it. */
    public String code() {
        return code;
    }

    static Task of(String code) {
        for (Task task : values()) {
            if (task.code.equals(code)) {
                return task;
            }
        }
        throw new IllegalArgumentException("unknown task \"" + code + "\"");
    }
}
