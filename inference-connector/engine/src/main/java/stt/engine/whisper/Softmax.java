package stt.engine.whisper;

/** Probabilities from scores. */
final class Softmax {

    private Softmax() {}

    /** The probability of the score at {@code index} among all. */
    static double probability(float[] scores, int index) {
        return of(scores, 0, scores.length)[index];
    }

    /** The probabilities of the scores from {@code from} to before {@code to} among themselves. */
    static float[] of(float[] scores, int from, int to) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, scores[i]);
        }
        float[] shares = new float[to - from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            shares[i - from] = (float) Math.exp(scores[i] - highest);
            sum += shares[i - from];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (shares[i] / sum);
        }
        return shares;
    }
}
