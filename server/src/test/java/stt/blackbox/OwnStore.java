package stt.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A store of models for one server alone, so that tests may change it.
 *
 * @param folder of the store
 */
record OwnStore(Path folder) {

    private static final Path INSTALLED = Path.of(System.getProperty("stt.models.dir"));

    /** One below {@code parent}, with what is installed for the tests, as links. */
    static OwnStore below(Path parent) {
        try (Stream<Path> models = Files.list(INSTALLED)) {
            Path folder = Files.createDirectories(parent.resolve("models"));
            for (Path model : (Iterable<Path>) models::iterator) {
                if (Files.exists(model.resolve("manifest.json"))) {
                    Files.createSymbolicLink(folder.resolve(model.getFileName()), model.toAbsolutePath());
                }
            }
            return new OwnStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Published files of an installed model, as {@code ./stt test} keeps them. */
    static Path published(String model) {
        return INSTALLED.toAbsolutePath().resolve(".sources").resolve(model);
    }

    /** Adds a model that has no files, under an id of its own. */
    UUID addEmpty() {
        UUID id = UUID.randomUUID();
        try {
            Path model = Files.createDirectory(folder.resolve(id.toString()));
            Files.writeString(model.resolve("whisper.json"), "{\"languages\": [\"en\"]}");
            Files.writeString(
                    model.resolve("manifest.json"),
                    "{\"id\": \"%s\", \"engine\": \"whisper\", \"precision\": \"published\", \"files\": [], \"published\": []}"
                            .formatted(id));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
