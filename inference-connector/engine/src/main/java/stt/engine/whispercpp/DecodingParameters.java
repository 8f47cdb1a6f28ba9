package stt.engine.whispercpp;

import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stt.inference.api.Beam;
import stt.inference.api.Decoding;
import stt.inference.api.Sampling;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.Thresholds;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedTask;

/** Options of a transcription, as far as whisper.cpp can follow them; docs/models.md says how far that is. */
final class DecodingParameters {

    /** Texts that whisper.cpp can follow side by side. */
    private static final int MOST_TEXTS = 8;

    /** Step of the temperature after a text that was rejected, where the options leave it open; whisper.cpp's own. */
    private static final float USUAL_STEP = 0.4f;

    /** Below any mean log-probability, and below any entropy: rejects nothing. */
    private static final float NEVER = -1e6f;

    private final TranscriptionOptions options;
    private final String model;

    /** @throws UnsupportedTask when the model cannot translate */
    DecodingParameters(TranscriptionOptions options, ModelLanguages known, String model) {
        if (options.task() == Task.TRANSLATE && !known.multilingual()) {
            throw new UnsupportedTask(options.task(), model);
        }
        this.options = options;
        this.model = model;
    }

    /** What is asked for and whisper.cpp cannot do, for whoever gets the transcript. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (options.wordTimes()) {
            warnings.add("The model " + model + " tells no times of words.");
        }
        if (options.strategy() == Strategy.SEQUENTIAL) {
            warnings.add("The model " + model + " decodes recordings in pieces only.");
        }
        return warnings;
    }

    /** For one piece. */
    WhisperFullParams of(String language, Optional<String> prompt, int threads) {
        Beam beam = options.decoding().beam();
        WhisperFullParams parameters = new WhisperFullParams(
                beam.size() > 1 ? WhisperSamplingStrategy.BEAN_SEARCH : WhisperSamplingStrategy.GREEDY);
        parameters.beamSearchBeamSize = Math.min(MOST_TEXTS, beam.size());
        parameters.nThreads = threads;
        parameters.language = language;
        parameters.translate = options.task() == Task.TRANSLATE;
        prompt.ifPresent(text -> parameters.initialPrompt = text);
        parameters.noContext = true; // a state has heard other callers' recordings before
        parameters.suppressNonSpeechTokens = true;
        parameters.printProgress = false;
        parameters.printTimestamps = false;
        sample(parameters, options.decoding());
        reject(parameters, options.decoding().thresholds());
        return parameters;
    }

    /** whisper.cpp knows temperatures at even steps up to 1. */
    private static void sample(WhisperFullParams parameters, Decoding decoding) {
        Sampling sampling = decoding.sampling();
        List<Double> temperatures = sampling.temperatures();
        parameters.temperature = temperatures.get(0).floatValue();
        if (temperatures.size() > 1) {
            parameters.temperatureInc = Math.max(0, (float) (temperatures.get(1) - temperatures.get(0)));
        } else {
            parameters.temperatureInc = decoding.repair() ? USUAL_STEP : 0;
        }
        parameters.greedyBestOf = Math.min(MOST_TEXTS, sampling.bestOf());
    }

    /** Repetition is judged by the entropy of the last tokens, whatever ratio is asked for. */
    private static void reject(WhisperFullParams parameters, Thresholds thresholds) {
        if (thresholds.compressionRatio().isEmpty()) {
            parameters.entropyThold = NEVER;
        }
        parameters.logprobThold = thresholds.logProbability().isPresent()
                ? (float) thresholds.logProbability().getAsDouble()
                : NEVER;
    }
}
