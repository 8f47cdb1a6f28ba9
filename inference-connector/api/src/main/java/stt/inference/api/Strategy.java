package stt.inference.api;

/** How a recording that is longer than the model's window is decoded. */
public enum Strategy {
    /** Voice activity cuts it at pauses into pieces that are decoded side by side, without timestamp tokens. */
    PIECES,
    /**
     * The loop of openai/whisper: a window of 30 s after the other, each begins where the last timestamp token of the one
     * before ended. Slower; for comparison with the reference, and for speech without a pause for minutes.
     */
    SEQUENTIAL
}
