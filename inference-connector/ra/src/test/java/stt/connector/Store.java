package stt.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stt.engine.EngineOptions;
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

    static InferenceSettings settings(Path directory, String... preload) {
        return new InferenceSettings(
                directory,
                EngineOptions.cpu(1),
                Optional.empty(),
                List.of(preload),
                Duration.ofMinutes(1),
                Duration.ofSeconds(7),
                Duration.ZERO);
    }
}
