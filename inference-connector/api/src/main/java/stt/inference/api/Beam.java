package stt.inference.api;

/**
 * Search for the most likely text at temperature 0.
 *
 * @param size texts that are followed side by side, 1 to 10; 1 takes the most likely token at every step (greedy)
 * @param patience how many times {@code size} texts must be complete before the search ends, 0.1 to 5 (Kasai et al. 2022,
 *     "A Call for Clarity in Beam Search"); 1 is the usual beam search
 * @param lengthPenalty texts are compared by their log-probability over their length to this power, 0 to 2; below 1 favours
 *     short texts
 */
public record Beam(int size, double patience, double lengthPenalty) {

    /** The most likely token at every step. */
    public static final Beam GREEDY = of(1);

    private static final int WIDEST = 10;

    public Beam {
        Checks.range("a beam's size", size, 1, WIDEST);
        Checks.range("a beam's patience", patience, 0.1, 5);
        Checks.range("a length penalty", lengthPenalty, 0, 2);
    }

    /** So many texts side by side, with patience and length penalty 1. */
    public static Beam of(int size) {
        return new Beam(size, 1, 1);
    }
}
