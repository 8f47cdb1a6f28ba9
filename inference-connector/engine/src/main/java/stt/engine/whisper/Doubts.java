package stt.engine.whisper;

import stt.engine.text.Tokenizer;
import stt.inference.api.Thresholds;

/** Whether a decoded text is to be believed, by openai/whisper's three signs. */
record Doubts(Thresholds thresholds, Tokenizer tokenizer) {

    /** Whether the model finds that nobody speaks, and does not believe what it wrote either. */
    boolean silent(DecodedText text) {
        boolean sure = thresholds.logProbability().isPresent() && !unlikely(text);
        return !sure
                && thresholds.noSpeech().isPresent()
                && text.noSpeechProbability() > thresholds.noSpeech().getAsDouble();
    }

    /** Whether the model does not believe what it wrote, or what it wrote repeats itself. */
    boolean repeatsOrUnlikely(DecodedText text) {
        return unlikely(text) || repeats(text);
    }

    private boolean unlikely(DecodedText text) {
        return thresholds.logProbability().isPresent()
                && text.averageLogProbability() < thresholds.logProbability().getAsDouble();
    }

    /** Whether what it wrote repeats itself. */
    boolean repeats(DecodedText text) {
        return thresholds.compressionRatio().isPresent()
                && Repetition.compression(tokenizer.decode(text.tokens()).strip())
                        > thresholds.compressionRatio().getAsDouble();
    }
}
