package stt.engine.whisper;

import java.util.SplittableRandom;

/**
 * Draws a token by the probabilities at a temperature: the higher it is, the more alike they are. The probability that it
 * tells is the one at temperature 1, as in openai/whisper.
 */
final class RandomToken implements TokenChoice {

    private final TokenRules rules;
    private final double temperature;
    private final SplittableRandom random;
    private int token;
    private double logProbability;

    /** @param temperature above 0 */
    RandomToken(TokenRules rules, double temperature, SplittableRandom random) {
        this.rules = rules;
        this.temperature = temperature;
        this.random = random;
    }

    @Override
    public void choose(float[] scores, Draft text) {
        rules.apply(scores, text);
        float highest = Softmax.highest(scores, 0, rules.limit());
        double sum = 0;
        for (int id = 0; id < rules.limit(); id++) {
            sum += share(scores[id] - highest);
        }
        double left = random.nextDouble() * sum;
        token = rules.end();
        for (int id = 0; id < rules.limit() && left >= 0; id++) {
            double share = share(scores[id] - highest);
            token = share > 0 ? id : token;
            left -= share;
        }
        logProbability = scores[token] - Softmax.logSum(scores, 0, rules.limit());
    }

    private double share(float below) {
        double scaled = below / temperature;
        return scaled > -Softmax.NEGLIGIBLE ? Math.exp(scaled) : 0;
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
