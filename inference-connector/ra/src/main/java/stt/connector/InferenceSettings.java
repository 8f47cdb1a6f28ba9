package stt.connector;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import stt.engine.EngineOptions;

/**
 * What operators decide.
 *
 * @param models folder of the model store
 * @param engine how every model runs
 * @param voices id of the model of voices that tells speakers apart; empty for the bundled one
 * @param preload ids of the models that start loads
 * @param loadWait how long a caller waits for a model to load
 * @param poolWait how long the container's pool lets a caller wait for a session
 * @param stopGrace how long runs may go on when the adapter stops
 */
record InferenceSettings(
        Path models,
        EngineOptions engine,
        Optional<String> voices,
        List<String> preload,
        Duration loadWait,
        Duration poolWait,
        Duration stopGrace) {

    /** Sessions share the cores: one run is not to take them all on a large machine. */
    private static final int MOST_THREADS = 4;

    InferenceSettings {
        preload = List.copyOf(preload);
    }

    /**
     * Reads the documented keys, all of which have a default.
     *
     * @throws IllegalArgumentException when a value is not of its kind
     * @throws java.util.NoSuchElementException when the documented defaults are not on the class path
     */
    static InferenceSettings from(Config config) {
        return new InferenceSettings(
                Path.of(config.getValue("stt.models.dir", String.class)),
                engine(config),
                config.getOptionalValue("stt.diarization.voices", String.class).map(String::strip),
                config.getOptionalValue("stt.inference.preload", String.class).stream()
                        .flatMap(ids -> Stream.of(ids.split(",", -1)))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList(),
                seconds(config, "stt.inference.load-wait"),
                Duration.ofMillis(config.getValue("stt.inference.max-wait", Long.class)),
                seconds(config, "stt.inference.stop-grace"));
    }

    /** How the models that tell speakers apart run: beside a transcription, on one core, so that they never take its place. */
    EngineOptions diarization() {
        return EngineOptions.cpu(1);
    }

    private static EngineOptions engine(Config config) {
        OptionalInt cudaDevice = config.getOptionalValue("stt.inference.cuda-device", Integer.class).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
        return new EngineOptions(threads(config.getValue("stt.inference.threads", Integer.class)), cudaDevice);
    }

    private static int threads(int configured) {
        return configured > 0 ? configured : Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    }

    private static Duration seconds(Config config, String key) {
        return Duration.ofSeconds(config.getValue(key, Long.class));
    }
}
