package stt.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stt.connector.devices.Devices;
import stt.connector.devices.Hardware;
import stt.connector.devices.HardwareSettings;
import stt.connector.devices.Provider;
import stt.models.ModelStore;

/** Model stores and settings for tests that need no engine: what is installed has a manifest and no files. */
final class Store {

    private Store() {}

    static ModelStore with(Path directory, String... ids) {
        try {
            for (String id : ids) {
                Path folder = Files.createDirectories(directory.resolve(id));
                Files.writeString(folder.resolve("whisper.json"), "{\"languages\": [\"en\"]}");
                Files.writeString(
                        folder.resolve("manifest.json"),
                        """
                        {"id": "%s", "engine": "whisper", "precision": "nb8", "files": [], "published": []}
                        """
                                .formatted(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ModelStore.at(directory);
    }

    /** One core, room for any model, and nothing looked after unless a test does it. */
    static InferenceSettings settings(Path directory, String... preload) {
        return new InferenceSettings(
                directory,
                hardware(),
                Optional.empty(),
                new ModelLife(
                        new MemoryLimit(Long.MAX_VALUE / 2),
                        MemoryUnderTest.IDLE,
                        MemoryUnderTest.RETRIES,
                        Duration.ofDays(1)),
                List.of(preload),
                Duration.ofMinutes(1),
                Duration.ofSeconds(7),
                Duration.ZERO);
    }

    /** What is in a store, with the engine in its place. */
    static ModelSource source(ModelStore store, ModelLoader loader) {
        return new ModelSource(new ModelList(store), loader);
    }

    /** A machine without GPUs. */
    static Devices devices() {
        return new Devices(hardware(), Hardware.here(() -> {}));
    }

    private static HardwareSettings hardware() {
        return new HardwareSettings(Provider.CPU, 1, 1, List.of(), 0);
    }
}
