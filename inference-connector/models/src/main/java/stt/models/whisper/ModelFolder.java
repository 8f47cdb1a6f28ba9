package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import stt.models.whisper.AlignmentHeads.Head;

/**
 * A folder as CTranslate2's converter writes it: {@code model.bin}, {@code config.json}, {@code tokenizer.json} and,
 * not always, {@code vocabulary.txt} or {@code vocabulary.json}.
 */
record ModelFolder(Path folder) {

    Path weights() {
        return folder.resolve("model.bin");
    }

    Path tokenizer() {
        return folder.resolve("tokenizer.json");
    }

    /** @throws UnreadableModel when tokenizer.json is missing or not what Hugging Face's tokenizers write */
    SpecialTokens.Tokenizer readTokenizer() {
        return understood("tokenizer.json", "a Hugging Face tokenizer", () -> {
            try (JsonReader reader = reader("tokenizer.json")) {
                return SpecialTokens.Tokenizer.of(reader.readObject());
            }
        });
    }

    /** @throws UnreadableModel when config.json is missing or not a configuration of CTranslate2's Whisper */
    Configuration readConfiguration() {
        return understood("config.json", "the configuration of a CTranslate2 Whisper model", () -> {
            try (JsonReader reader = reader("config.json")) {
                JsonObject json = reader.readObject();
                return new Configuration(
                        integers(json.getJsonArray("suppress_ids")),
                        integers(json.getJsonArray("suppress_ids_begin")),
                        Optional.ofNullable(json.getJsonArray("alignment_heads"))
                                .map(ModelFolder::heads));
            }
        });
    }

    /** Number of tokens that the vocabulary lists, where the folder has one. */
    OptionalInt vocabularySize() {
        if (Files.exists(folder.resolve("vocabulary.txt"))) {
            return OptionalInt.of(understood("vocabulary.txt", "UTF-8 text", () -> {
                try (var lines = Files.lines(folder.resolve("vocabulary.txt"), StandardCharsets.UTF_8)) {
                    return (int) lines.count();
                }
            }));
        }
        if (Files.exists(folder.resolve("vocabulary.json"))) {
            return OptionalInt.of(understood("vocabulary.json", "a list of tokens", () -> {
                try (JsonReader reader = reader("vocabulary.json")) {
                    return reader.readArray().size();
                }
            }));
        }
        return OptionalInt.empty();
    }

    private JsonReader reader(String name) throws IOException {
        return Json.createReader(Files.newBufferedReader(folder.resolve(name), StandardCharsets.UTF_8));
    }

    private static List<Integer> integers(JsonArray array) {
        return array.getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::intValueExact)
                .toList();
    }

    private static AlignmentHeads heads(JsonArray pairs) {
        return new AlignmentHeads(pairs.getValuesAs(JsonArray.class).stream()
                .map(pair -> new Head(pair.getInt(0), pair.getInt(1)))
                .toList());
    }

    private <T> T understood(String name, String expected, Reading<T> reading) {
        Path file = folder.resolve(name);
        try {
            return reading.read();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UnreadableModel("%s should be %s, but cannot be read: %s".formatted(file, expected, e), e);
        } catch (JsonException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException
                | ArithmeticException
                | IllegalStateException e) {
            throw new UnreadableModel("%s is not %s: %s".formatted(file, expected, e.getMessage()), e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * What config.json says.
     *
     * @param suppressed tokens that are never chosen
     * @param suppressedAtBegin tokens that are never chosen first
     */
    record Configuration(
            List<Integer> suppressed, List<Integer> suppressedAtBegin, Optional<AlignmentHeads> alignmentHeads) {}
}
