package stt.connector;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import stt.connector.devices.CommaSeparated;
import stt.connector.devices.HardwareSettings;
import stt.engine.EngineOptions;

/**
 * What operators decide.
 *
 * @param models folder of the model store
 * @param hardware what models run on
 * @param voices id of the model of voices that tells speakers apart; empty for the bundled one
 * @param life how long they stay in memory
 * @param preload ids of the models that start loads, and that stay
 * @param loadWait how long a caller waits for a model to load
 * @param poolWait how long the container's pool lets a caller wait for a session
 * @param stopGrace how long runs may go on when the adapter stops
 */
record InferenceSettings(
        Path models,
        HardwareSettings hardware,
        Optional<String> voices,
        ModelLife life,
        List<String> preload,
        Duration loadWait,
        Duration poolWait,
        Duration stopGrace) {

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
        HardwareSettings hardware = HardwareSettings.from(config);
        return new InferenceSettings(
                Path.of(config.getValue("stt.models.dir", String.class)),
                hardware,
                config.getOptionalValue("stt.diarization.voices", String.class).map(String::strip),
                life(config, hardware.memory()),
                CommaSeparated.of(config, "stt.inference.preload"),
                seconds(config, "stt.inference.load-wait"),
                Duration.ofMillis(config.getValue("stt.inference.max-wait", Long.class)),
                seconds(config, "stt.inference.stop-grace"));
    }

    /** How the models that tell speakers apart run: beside a transcription, on one core, so that they never take its place. */
    EngineOptions diarization() {
        return EngineOptions.cpu(1);
    }

    private static ModelLife life(Config config, long memory) {
        return new ModelLife(
                new MemoryLimit(memory),
                config.getValue("stt.inference.unload-after", Duration.class),
                new Backoff(
                        config.getValue("stt.inference.retry-after", Duration.class),
                        config.getValue("stt.inference.retry-most", Duration.class)),
                config.getValue("stt.inference.check-every", Duration.class));
    }

    private static Duration seconds(Config config, String key) {
        return Duration.ofSeconds(config.getValue(key, Long.class));
    }
}
