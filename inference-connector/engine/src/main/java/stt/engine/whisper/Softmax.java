package stt.engine.whisper;

/** Probabilities from scores. */
final class Softmax {

    /** Below the highest score by more than this, a token's share is under 1e-7: noise. */
    static final float NEGLIGIBLE = 16;

    private Softmax() {}

    /** The probability of the score at {@code index} among all. */
    static double probability(float[] scores, int index) {
        return of(scores, 0, scores.length)[index];
    }

    /** The probabilities of the scores from {@code from} to before {@code to} among themselves. */
    static float[] of(float[] scores, int from, int to) {
        float highest = highest(scores, from, to);
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

    /** The highest score from {@code from} to before {@code to}. */
    static float highest(float[] scores, int from, int to) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, scores[i]);
        }
        return highest;
    }

    /** The natural logarithm of the sum of what the scores from {@code from} to before {@code to} are logarithms of. */
    static double logSum(float[] scores, int from, int to) {
        float highest = highest(scores, from, to);
        if (highest == Float.NEGATIVE_INFINITY) {
            return highest;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            float below = scores[i] - highest;
            if (below > -NEGLIGIBLE) {
                sum += Math.exp(below);
            }
        }
        return highest + Math.log(sum);
    }
}
