package stt.inference.api;

/** What becomes of speech. */
public enum Task {
    /** Text in the language that is spoken. */
    TRANSCRIBE,
    /** English text, whatever language is spoken; a model for English alone refuses it. */
    TRANSLATE
}
