package stt.models.whisper;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A folder as CTranslate2's converter writes it: {@code model.bin}, {@code config.json}, {@code tokenizer.json} and,
 * not always, {@code vocabulary.txt} or {@code vocabulary.json}.
 */
record CTranslate2Folder(Path folder) implements ModelFolder {
    private static final List<String> REQUIRED = List.of("model.bin", "config.json", "tokenizer.json");
    private static final List<String> OPTIONAL = List.of("vocabulary.txt", "vocabulary.json");

    @Override
    public List<String> files() {
        return Stream.concat(
                        REQUIRED.stream(), OPTIONAL.stream().filter(name -> Files.isRegularFile(folder.resolve(name))))
                .toList();
    }

    @Override
    public WeightSource openWeights() {
        return CTranslate2Weights.open(folder.resolve("model.bin"));
    }

    @Override
    public WhisperFacts facts(WhisperDimensions dimensions) {
        vocabularySize().ifPresent(listed -> {
            if (listed != dimensions.vocabulary()) {
                throw new UnreadableModel(
                        "the vocabulary in %s does not belong to model.bin: it lists %d tokens, the model knows %d"
                                .formatted(folder, listed, dimensions.vocabulary()));
            }
        });
        Configuration configuration = readConfiguration();
        SpecialTokens tokens = SpecialTokens.of(readTokenizer(), dimensions.vocabulary());
        return new WhisperFacts(
                dimensions,
                configuration.alignmentHeads().orElseGet(() -> AlignmentHeads.ofShape(dimensions, tokens)),
                tokens,
                configuration.suppressed(),
                configuration.suppressedAtBegin(),
                Map.of());
    }

    @Override
    public void writeTokenizer(Path target) throws IOException {
        Files.copy(folder.resolve("tokenizer.json"), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private SpecialTokens.Tokenizer readTokenizer() {
        return file("tokenizer.json", "a Hugging Face tokenizer")
                .read(reader -> SpecialTokens.Tokenizer.of(reader.readObject()));
    }

    private Configuration readConfiguration() {
        return file("config.json", "the configuration of a CTranslate2 Whisper model")
                .read(reader -> {
                    JsonObject json = reader.readObject();
                    return new Configuration(
                            integers(json.getJsonArray("suppress_ids")),
                            integers(json.getJsonArray("suppress_ids_begin")),
                            Optional.ofNullable(json.getJsonArray("alignment_heads"))
                                    .map(AlignmentHeads::of));
                });
    }

    /** Number of tokens that the vocabulary lists, where the folder has one. */
    private OptionalInt vocabularySize() {
        JsonFile text = file("vocabulary.txt", "UTF-8 text");
        if (text.exists()) {
            return OptionalInt.of(text.understand(() -> {
                try (Stream<String> lines = Files.lines(text.path(), StandardCharsets.UTF_8)) {
                    return (int) lines.count();
                }
            }));
        }
        JsonFile list = file("vocabulary.json", "a list of tokens");
        return list.exists() ? OptionalInt.of(list.read(JsonReader::readArray).size()) : OptionalInt.empty();
    }

    private JsonFile file(String name, String expected) {
        return new JsonFile(folder.resolve(name), expected);
    }

    static List<Integer> integers(JsonArray array) {
        return array.getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::intValueExact)
                .toList();
    }

    /**
     * What config.json says.
     *
     * @param suppressed tokens that are never chosen
     * @param suppressedAtBegin tokens that are never chosen first
     */
    private record Configuration(
            List<Integer> suppressed, List<Integer> suppressedAtBegin, Optional<AlignmentHeads> alignmentHeads) {}
}
