package stt.inference.api;

import java.util.List;

/**
 * With which temperatures a text is decoded: the first, and the next ones each time that {@link Thresholds} reject the
 * result.
 *
 * @param temperatures 1 to 10 of them, each 0 to 1; 0 searches with {@link Beam}, others draw tokens at random
 * @param bestOf texts that are drawn at a temperature above 0, of which the most likely is taken, 1 to 10
 * @param seed of the random numbers: the same audio, options and model give the same text
 */
public record Sampling(List<Double> temperatures, int bestOf, long seed) {

    /** Nothing is random. */
    public static final Sampling NONE = new Sampling(List.of(0.0), 1, 0);

    /** openai/whisper's fallback. */
    public static final Sampling FALLBACK = new Sampling(List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), 5, 0);

    private static final int MOST = 10;

    public Sampling {
        temperatures = List.copyOf(temperatures);
        Checks.range("the number of temperatures", temperatures.size(), 1, MOST);
        temperatures.forEach(temperature -> Checks.range("a temperature", temperature, 0, 1));
        Checks.range("the number of texts drawn", bestOf, 1, MOST);
    }
}
