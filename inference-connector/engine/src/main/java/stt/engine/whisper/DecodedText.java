package stt.engine.whisper;

import java.util.Arrays;
import java.util.List;
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
 * @param temperature at which it was decoded
 * @param starts for each token the position in the window at which it begins, and one more: where the last one ends; empty
 *     as long as that is not known
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
        double temperature,
        int[] starts) {

    private static final int SAMPLES_PER_POSITION = 320;

    /** What was decoded in a window, as it is told by its draft. */
    static DecodedText of(Window window, Draft draft, double temperature) {
        return new DecodedText(
                window.piece(),
                draft.tokens(),
                draft.logProbabilities(),
                draft.average(),
                window.noSpeech(),
                draft.complete(),
                window.language(),
                temperature,
                new int[0]);
    }

    /** The same, now that it is known where tokens start. */
    DecodedText spokenAt(int[] positions) {
        return new DecodedText(
                piece,
                tokens,
                logProbabilities,
                averageLogProbability,
                noSpeechProbability,
                complete,
                language,
                temperature,
                positions);
    }

    /** The same, as if decoded at another temperature. */
    DecodedText decodedAt(double other) {
        return new DecodedText(
                piece,
                tokens,
                logProbabilities,
                averageLogProbability,
                noSpeechProbability,
                complete,
                language,
                other,
                starts);
    }

    /** Whether its last tokens are the same few again and again. */
    boolean loops() {
        return !complete && Repetition.loops(tokens, tokens.length);
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
                temperature,
                Arrays.copyOf(starts, count + 1));
    }

    /** The same with those tokens only, spoken in those regions. */
    DecodedText only(int[] kept, List<SpeechRegion> speech) {
        return new DecodedText(
                new Piece(piece.start(), piece.samples(), speech),
                Arrays.stream(kept).map(i -> tokens[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> logProbabilities[i]).toArray(),
                averageLogProbability,
                noSpeechProbability,
                complete,
                language,
                temperature,
                new int[0]);
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
