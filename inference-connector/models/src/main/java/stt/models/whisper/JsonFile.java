package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small file of a published model, which people and programs may have edited.
 *
 * @param path of the file
 * @param expected what it should be, for messages: "a Hugging Face tokenizer"
 */
record JsonFile(Path path, String expected) {
    /** The largest tokenizers have 3 MB. */
    private static final long LARGEST = 1 << 26;

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws UnreadableModel when the file is missing, is no JSON, or has other values than {@code reading} asks for */
    <T> T read(Reading<JsonReader, T> reading) {
        return understand(() -> {
            if (Files.size(path) > LARGEST) {
                throw new UnreadableModel("%s is not %s: it has %d bytes".formatted(path, expected, Files.size(path)));
            }
            try (JsonReader reader = Json.createReader(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
                return reading.read(reader);
            }
        });
    }

    /** @throws UnreadableModel when the file cannot be read or {@code reading} finds something else than it expects */
    <T> T understand(Understanding<T> reading) {
        try {
            return reading.read();
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableModel("%s should be %s, but cannot be read: %s".formatted(path, expected, e), e);
        } catch (JsonException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException
                | ArithmeticException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new UnreadableModel("%s is not %s: %s".formatted(path, expected, e.getMessage()), e);
        }
    }

    /** Takes what it needs out of something. */
    @FunctionalInterface
    interface Reading<S, T> {
        T read(S source) throws IOException;
    }

    /** Reads something. */
    @FunctionalInterface
    interface Understanding<T> {
        T read() throws IOException;
    }
}
