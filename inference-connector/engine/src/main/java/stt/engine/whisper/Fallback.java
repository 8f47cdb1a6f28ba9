package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decodes at the next temperature as long as a text is not believed; of texts that all are not, takes the likeliest of those
 * that do not repeat themselves, if there are any, as faster-whisper does.
 */
final class Fallback {

    /** Decodes once. */
    interface Attempt {
        DecodedText at(double temperature) throws OrtException;
    }

    private final Doubts doubts;
    private final List<Double> temperatures;
    private final Predicate<DecodedText> rejects;

    /**
     * @param temperatures all of them, the first included
     * @param rejects which texts are not believed
     */
    Fallback(Doubts doubts, List<Double> temperatures, Predicate<DecodedText> rejects) {
        this.doubts = doubts;
        this.temperatures = temperatures;
        this.rejects = rejects;
    }

    /** {@code first}, which was decoded at the first temperature, or what the next ones give. */
    DecodedText settle(DecodedText first, Attempt attempt) throws OrtException {
        List<DecodedText> rejected = new ArrayList<>();
        DecodedText text = first;
        for (int next = 1; rejects.test(text); next++) {
            rejected.add(text);
            if (next == temperatures.size()) {
                return likeliest(rejected).decodedAt(text.temperature());
            }
            text = attempt.at(temperatures.get(next));
        }
        return text;
    }

    private DecodedText likeliest(List<DecodedText> texts) {
        Comparator<DecodedText> byProbability = Comparator.comparingDouble(DecodedText::averageLogProbability);
        return texts.stream()
                .filter(text -> !doubts.repeats(text))
                .max(byProbability)
                .or(() -> texts.stream().max(byProbability))
                .orElseThrow();
    }
}
