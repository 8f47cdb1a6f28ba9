package stt.engine.whisper;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import stt.inference.api.UnsupportedLanguage;

/**
 * Which language a recording is in: the one asked for, or what its first pieces sound like, weighted by how much speech
 * they have. Later pieces that are clearly in another language are decoded in that. Not thread-safe.
 */
final class LanguageChoice {

    /** From this probability on a piece's own language wins over the recording's, if there is speech enough to tell. */
    private static final float SURE = 0.9f;

    private static final long ENOUGH_SPEECH = 3 * 16_000;

    private final WhisperFacts facts;
    private final OptionalInt asked;
    private final double[] spoken;
    private OptionalInt detected = OptionalInt.empty();

    /** @throws UnsupportedLanguage when {@code model} does not know the language */
    LanguageChoice(WhisperFacts facts, Optional<String> language, String model) {
        this.facts = facts;
        this.spoken = new double[facts.languages().size()];
        this.asked = language.map(code -> index(facts, code, model)).orElse(OptionalInt.empty());
    }

    private static OptionalInt index(WhisperFacts facts, String code, String model) {
        int index = facts.languages().indexOf(code);
        if (index < 0) {
            throw new UnsupportedLanguage(code, model);
        }
        return OptionalInt.of(index);
    }

    /** Whether the model's scores for the languages are needed. */
    boolean listens() {
        return asked.isEmpty() && facts.multilingual();
    }

    /**
     * Sets the language of every window.
     *
     * @param probabilities of the languages, for each window; not read unless {@link #listens}
     */
    void decide(List<Window> windows, float[][] probabilities) {
        if (listens() && detected.isEmpty()) {
            detected = OptionalInt.of(loudest(windows, probabilities));
        }
        int common = asked.orElse(detected.orElse(0));
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            window.speaks(listens() ? own(window, probabilities[i], common) : common);
        }
    }

    private static int own(Window window, float[] probabilities, int common) {
        int own = highest(probabilities);
        boolean sure = probabilities[own] >= SURE && window.piece().speechLength() >= ENOUGH_SPEECH;
        return sure ? own : common;
    }

    private static int loudest(List<Window> windows, float[][] probabilities) {
        float[] votes = new float[probabilities[0].length];
        for (int i = 0; i < windows.size(); i++) {
            for (int language = 0; language < votes.length; language++) {
                votes[language] +=
                        probabilities[i][language] * windows.get(i).piece().speechLength();
            }
        }
        return highest(votes);
    }

    private static int highest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** Counts text that was kept: so many samples of speech in a language. */
    void spoken(int language, long samples) {
        spoken[language] += samples;
    }

    /** Code of the language asked for, or of the one that most of the text is in. */
    String code() {
        double most = Arrays.stream(spoken).max().orElse(0);
        int language = asked.orElse(detected.orElse(0));
        for (int i = 0; most > 0 && asked.isEmpty() && i < spoken.length; i++) {
            language = spoken[i] == most ? i : language;
        }
        return facts.languages().get(language);
    }
}
