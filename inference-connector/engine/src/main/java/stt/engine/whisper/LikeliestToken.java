package stt.engine.whisper;

/** Greedy choice: the likeliest token that the rules allow, of equals the first. */
final class LikeliestToken implements TokenChoice {

    private final TokenRules rules;
    private int token;
    private double logProbability;

    LikeliestToken(TokenRules rules) {
        this.rules = rules;
    }

    @Override
    public void choose(float[] scores, Draft text) {
        rules.apply(scores, text);
        float highest = Softmax.highest(scores, 0, rules.limit());
        double sum = 0;
        token = rules.end();
        for (int id = rules.limit() - 1; id >= 0; id--) {
            float below = scores[id] - highest;
            if (below > -Softmax.NEGLIGIBLE) {
                sum += Math.exp(below);
                token = below == 0 ? id : token;
            }
        }
        logProbability = -Math.log(sum);
    }

    @Override
    public int token() {
        return token;
    }

    @Override
    public double logProbability() {
        return logProbability;
    }
}
