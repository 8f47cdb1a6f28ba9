package stt.engine.whisper;

import java.util.SplittableRandom;
import stt.inference.api.Beam;
import stt.inference.api.Sampling;

/**
 * How the windows of one run are decoded.
 *
 * @param language which language each is in
 * @param prompt what the decoder is given first
 * @param rules which tokens may follow
 * @param beam the search at temperature 0
 * @param sampling what is drawn at others
 * @param temperature the one to decode at
 */
record Manner(
        LanguageChoice language, Prompt prompt, TokenRules rules, Beam beam, Sampling sampling, double temperature) {

    /** The same at another temperature. */
    Manner at(double other) {
        return new Manner(language, prompt, rules, beam, sampling, other);
    }

    /** Whether every window has one text that takes the likeliest token: then windows can be decoded side by side. */
    boolean greedy() {
        return temperature == 0 && beam.size() == 1;
    }

    /** Random numbers for a window that begins at this sample: always the same ones. */
    SplittableRandom random(long start) {
        return new SplittableRandom(
                sampling.seed() ^ Long.rotateLeft(start, 20) ^ Double.doubleToLongBits(temperature));
    }
}
