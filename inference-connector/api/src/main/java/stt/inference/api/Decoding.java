package stt.inference.api;

/**
 * How audio becomes tokens.
 *
 * @param beam the search at temperature 0
 * @param sampling the temperatures
 * @param thresholds which results are rejected
 * @param repair whether a piece that went wrong is decoded again with the full window and in halves before another
 *     temperature is tried; {@link Strategy#PIECES} only
 */
public record Decoding(Beam beam, Sampling sampling, Thresholds thresholds, boolean repair) {

    /** Greedy, with openai/whisper's thresholds and repair, nothing random. */
    public static final Decoding DEFAULT = new Decoding(Beam.GREEDY, Sampling.NONE, Thresholds.DEFAULT, true);

    /** With another search. */
    public Decoding with(Beam other) {
        return new Decoding(other, sampling, thresholds, repair);
    }

    /** With other temperatures. */
    public Decoding with(Sampling other) {
        return new Decoding(beam, other, thresholds, repair);
    }

    /** With other thresholds. */
    public Decoding with(Thresholds other) {
        return new Decoding(beam, sampling, other, repair);
    }

    /** With or without repair. */
    public Decoding withRepair(boolean wanted) {
        return new Decoding(beam, sampling, thresholds, wanted);
    }
}
