package stt.web.transcripts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import stt.inference.api.Beam;
import stt.inference.api.Decoding;
import stt.inference.api.Sampling;
import stt.inference.api.Thresholds;
import stt.web.errors.InvalidRequest;
import stt.web.uploads.FormFields;

/**
 * The fields that say how audio becomes tokens, called as faster-whisper calls its parameters. What is refused together is what
 * openai/whisper refuses: fields that could have no effect.
 */
final class DecodingFields {

    private static final String TEMPERATURE = "temperature";
    private static final String BEAM_SIZE = "beam_size";
    private static final String BEST_OF = "best_of";
    private static final String PATIENCE = "patience";
    private static final String COMPRESSION = "compression_ratio_threshold";
    private static final String PROBABILITY = "log_prob_threshold";
    private static final String NO_SPEECH = "no_speech_threshold";

    /** Switches a threshold off. */
    private static final String NONE = "none";

    /** As openai/whisper draws them where nobody says how many. */
    private static final int DRAWN = 5;

    private static final int MOST_TEMPERATURES = 10;
    private static final int WIDEST = 10;

    /** The largest integer up to which a JSON number is exact everywhere. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private final FormFields form;
    private final Decoding preset;

    private DecodingFields(FormFields form, Decoding preset) {
        this.form = form;
        this.preset = preset;
    }

    /**
     * {@code preset}, with what {@code form} says in its place.
     *
     * @throws InvalidRequest when a field is malformed, or cannot have an effect beside the others
     */
    static Decoding of(FormFields form, Decoding preset) {
        DecodingFields fields = new DecodingFields(form, preset);
        Decoding decoding = new Decoding(fields.beam(), fields.sampling(), fields.thresholds(), preset.repair());
        fields.check(decoding);
        return decoding;
    }

    private Beam beam() {
        Beam before = preset.beam();
        return new Beam(
                whole(BEAM_SIZE).orElse(before.size()),
                form.decimal(PATIENCE, 0.1, 5).orElse(before.patience()),
                form.decimal("length_penalty", 0, 2).orElse(before.lengthPenalty()));
    }

    private Sampling sampling() {
        List<Double> given = form.decimals(TEMPERATURE, 0, 1);
        if (given.size() > MOST_TEMPERATURES) {
            throw FormFields.invalid(
                    TEMPERATURE, "at most " + MOST_TEMPERATURES + " numbers", given.size() + " numbers");
        }
        Sampling before = preset.sampling();
        return new Sampling(
                given.isEmpty() ? before.temperatures() : given,
                whole(BEST_OF).orElse(given.isEmpty() ? before.bestOf() : DRAWN),
                form.whole("seed", 0, LARGEST_SEED).orElse(before.seed()));
    }

    private Thresholds thresholds() {
        Thresholds before = preset.thresholds();
        return new Thresholds(
                threshold(COMPRESSION, 1, 10, before.compressionRatio()),
                threshold(PROBABILITY, -10, 0, before.logProbability()),
                threshold(NO_SPEECH, 0, 1, before.noSpeech()));
    }

    private OptionalDouble threshold(String name, double least, double most, OptionalDouble before) {
        if (form.text(name).filter(NONE::equalsIgnoreCase).isPresent()) {
            return OptionalDouble.empty();
        }
        return form.decimal(name, least, most).map(OptionalDouble::of).orElse(before);
    }

    private Optional<Integer> whole(String name) {
        return form.whole(name, 1, WIDEST).map(Long::intValue);
    }

    private void check(Decoding decoding) {
        List<Double> temperatures = decoding.sampling().temperatures();
        boolean searches = temperatures.contains(0.0);
        boolean draws = temperatures.stream().anyMatch(temperature -> temperature > 0);
        if (form.has(BEAM_SIZE) && decoding.beam().size() > 1 && !searches) {
            throw Conflict.of(
                    "beam_size above 1 needs 0 among the values of temperature: above 0, text is drawn at random.");
        }
        if (form.has(PATIENCE)
                && decoding.beam().patience() != 1
                && decoding.beam().size() == 1) {
            throw Conflict.of("patience other than 1 needs beam_size above 1.");
        }
        if (form.has(BEST_OF) && decoding.sampling().bestOf() > 1 && !draws) {
            throw Conflict.of("best_of above 1 needs a temperature above 0: at 0 nothing is random.");
        }
        if (form.has(TEMPERATURE) && temperatures.size() > 1 && believesAll(decoding.thresholds())) {
            throw Conflict.of(
                    "Several values of temperature need compression_ratio_threshold or log_prob_threshold, which tell"
                            + " when the next one is tried; here both are off.");
        }
    }

    private static boolean believesAll(Thresholds thresholds) {
        return thresholds.compressionRatio().isEmpty()
                && thresholds.logProbability().isEmpty();
    }
}
