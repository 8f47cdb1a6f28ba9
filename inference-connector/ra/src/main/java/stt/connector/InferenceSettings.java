package stt.connector;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * What operators decide.
 *
 * @param models folder of the model store
 * @param sessions how the sessions of every model run
 * @param preload ids of the models that start loads
 * @param loadWait how long a caller waits for a model to load
 * @param poolWait how long the container's pool lets a caller wait for a session
 * @param stopGrace how long runs may go on when the adapter stops
 */
record InferenceSettings(
        Path models,
        SessionOptions sessions,
        List<String> preload,
        Duration loadWait,
        Duration poolWait,
        Duration stopGrace) {

    /** Beyond four threads a run of Whisper base gains nothing (proofs on 2 cores: two sessions fill two cores). */
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
                new SessionOptions(threads(config.getValue("stt.inference.threads", Integer.class))),
                config.getOptionalValue("stt.inference.preload", String.class).stream()
                        .flatMap(ids -> Stream.of(ids.split(",", -1)))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList(),
                seconds(config, "stt.inference.load-wait"),
                Duration.ofMillis(config.getValue("stt.inference.max-wait", Long.class)),
                seconds(config, "stt.inference.stop-grace"));
    }

    private static int threads(int configured) {
        return configured > 0 ? configured : Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    }

    private static Duration seconds(Config config, String key) {
        return Duration.ofSeconds(config.getValue(key, Long.class));
    }
}
