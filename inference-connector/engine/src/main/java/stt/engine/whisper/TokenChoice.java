package stt.engine.whisper;

/** Chooses what follows a text. Not thread-safe. */
interface TokenChoice {

    /**
     * Chooses from the scores of the whole vocabulary, which it changes, what follows {@code text}; {@link #token} and {@link
     * #logProbability} then tell what it is.
     */
    void choose(float[] scores, Draft text);

    /** The last choice. */
    int token();

    /** Natural logarithm of its probability among what could be chosen. */
    double logProbability();
}
