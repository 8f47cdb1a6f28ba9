package stt.engine.whisper;

/** The likeliest continuations of several texts, best first. Reused from step to step; not thread-safe. */
final class BeamCandidates {

    private final int most;
    private final int[] rows;
    private final int[] tokens;
    private final double[] logProbabilities;
    private final double[] sums;
    private int count;

    /** Keeps the best {@code most}. */
    BeamCandidates(int most) {
        this.most = most;
        this.rows = new int[most];
        this.tokens = new int[most];
        this.logProbabilities = new double[most];
        this.sums = new double[most];
    }

    /** Forgets all. */
    void clear() {
        count = 0;
    }

    /**
     * Considers what may follow a text.
     *
     * @param row the text's
     * @param sum of its log-probabilities so far
     * @param scores of the vocabulary, already by the rules
     * @param limit tokens from this one on are not considered
     */
    void offer(int row, double sum, float[] scores, int limit) {
        double norm = Softmax.logSum(scores, 0, limit);
        for (int token = 0; token < limit; token++) {
            if (scores[token] == Float.NEGATIVE_INFINITY) {
                continue;
            }
            double logProbability = scores[token] - norm;
            if (count < most || sum + logProbability > sums[count - 1]) {
                insert(row, token, logProbability, sum + logProbability);
            }
        }
    }

    private void insert(int row, int token, double logProbability, double sum) {
        int at = count < most ? count++ : most - 1;
        while (at > 0 && sums[at - 1] < sum) {
            rows[at] = rows[at - 1];
            tokens[at] = tokens[at - 1];
            logProbabilities[at] = logProbabilities[at - 1];
            sums[at] = sums[at - 1];
            at--;
        }
        rows[at] = row;
        tokens[at] = token;
        logProbabilities[at] = logProbability;
        sums[at] = sum;
    }

    int count() {
        return count;
    }

    int row(int candidate) {
        return rows[candidate];
    }

    int token(int candidate) {
        return tokens[candidate];
    }

    double logProbability(int candidate) {
        return logProbabilities[candidate];
    }
}
