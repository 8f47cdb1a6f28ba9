package stt.engine.whisper;

/**
 * What a window was decoded to.
 *
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
        int[] tokens,
        double[] logProbabilities,
        double averageLogProbability,
        double noSpeechProbability,
        boolean complete,
        int language,
        int[] starts) {}
