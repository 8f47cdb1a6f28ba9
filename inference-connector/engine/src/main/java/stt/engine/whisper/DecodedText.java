package stt.engine.whisper;

import java.util.Arrays;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechRegion;

/**
 * What a piece was decoded to.
 *
 * @param piece the audio
 * @param tokens text tokens, without the end
 * @param logProbabilities of each token
 * @param averageLogProbability over the tokens and the end
 * @param noSpeechProbability how likely the model finds that there is no speech
 * @param complete whether the model ended the text itself
 * @param language index of the language in the model's list
 * @param starts for each token the position in the window at which it begins, and one more: where the last one ends
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one step to the next, never compared
record DecodedText(
        Piece piece,
        int[] tokens,
        double[] logProbabilities,
        double averageLogProbability,
        double noSpeechProbability,
        boolean complete,
        int language,
        int[] starts) {

    /** openai/whisper's thresholds for text that is none. */
    private static final double NO_SPEECH = 0.6;

    private static final double UNLIKELY = -1;

    private static final int SAMPLES_PER_POSITION = 320;

    /** Whether the model itself finds that nobody speaks. */
    boolean silent() {
        return noSpeechProbability > NO_SPEECH && unlikely();
    }

    /** Whether the model does not believe what it wrote. */
    boolean unlikely() {
        return averageLogProbability < UNLIKELY;
    }

    /** The same with the first {@code count} tokens only. */
    DecodedText first(int count) {
        return new DecodedText(
                piece,
                Arrays.copyOf(tokens, count),
                Arrays.copyOf(logProbabilities, count),
                averageLogProbability,
                noSpeechProbability,
                complete,
                language,
                Arrays.copyOf(starts, count + 1));
    }

    /** Where in the whole audio a token begins; {@code tokens.length} for the end of the last. */
    long sample(int token) {
        return piece.start() + (long) starts[token] * SAMPLES_PER_POSITION;
    }

    /** Index of the token that covers most speech. */
    int widest() {
        int widest = 0;
        for (int token = 1; token < tokens.length; token++) {
            widest = speech(token) > speech(widest) ? token : widest;
        }
        return widest;
    }

    /** Samples of speech while a token is spoken. */
    long speech(int token) {
        long sum = 0;
        for (SpeechRegion region : piece.speech()) {
            sum += Math.max(0, Math.min(region.end(), sample(token + 1)) - Math.max(region.start(), sample(token)));
        }
        return sum;
    }
}
