package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import stt.models.whisper.SpecialTokens.Tokenizer;

/**
 * A folder's tokenizer: {@code tokenizer.json}, or the older {@code vocab.json}, {@code merges.txt} and {@code
 * added_tokens.json} or {@code tokenizer_config.json}, of which a {@code tokenizer.json} is made.
 */
record TokenizerFiles(Path folder) {
    private static final String WHOLE = "tokenizer.json";
    private static final String WORDS = "vocab.json";
    private static final String MERGES = "merges.txt";
    private static final String ADDED = "added_tokens.json";
    private static final String CONFIGURATION = "tokenizer_config.json";

    /** The names of the files; of tokenizer.json where there is none, because that is what to ask for. */
    List<String> files() {
        if (isThere(WHOLE) || !isThere(WORDS)) {
            return List.of(WHOLE);
        }
        List<String> files = new ArrayList<>(List.of(WORDS, MERGES));
        Stream.of(ADDED, CONFIGURATION).filter(this::isThere).forEach(files::add);
        return files;
    }

    /** @throws UnreadableModel when a file is missing or not what Hugging Face's tokenizers write */
    Tokenizer read() {
        return isThere(WHOLE) || !isThere(WORDS)
                ? file(WHOLE).read(reader -> Tokenizer.of(reader.readObject()))
                : file(WORDS).understand(() -> Tokenizer.of(assembled()));
    }

    /** Writes a tokenizer.json. */
    void writeTo(Path target) throws IOException {
        if (isThere(WHOLE)) {
            Files.copy(folder.resolve(WHOLE), target, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        JsonObject whole = assembled();
        try (JsonWriter writer = Json.createWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8))) {
            writer.writeObject(whole);
        }
    }

    private JsonObject assembled() {
        JsonObject words = file(WORDS).read(reader -> reader.readObject());
        JsonObjectBuilder model = Json.createObjectBuilder()
                .add("type", "BPE")
                .addNull("dropout")
                .addNull("unk_token")
                .add("continuing_subword_prefix", "")
                .add("end_of_word_suffix", "")
                .add("fuse_unk", false)
                .add("vocab", words)
                .add("merges", merges());
        JsonObjectBuilder bytes = Json.createObjectBuilder()
                .add("type", "ByteLevel")
                .add("add_prefix_space", false)
                .add("trim_offsets", true)
                .add("use_regex", true);
        JsonObject byteLevel = bytes.build();
        return Json.createObjectBuilder()
                .add("version", "1.0")
                .addNull("truncation")
                .addNull("padding")
                .add("added_tokens", addedJson(added(words)))
                .addNull("normalizer")
                .add("pre_tokenizer", byteLevel)
                .addNull("post_processor")
                .add("decoder", byteLevel)
                .add("model", model)
                .build();
    }

    private JsonArrayBuilder merges() {
        return file(MERGES).understand(() -> {
            JsonArrayBuilder merges = Json.createArrayBuilder();
            try (Stream<String> lines = Files.lines(folder.resolve(MERGES), StandardCharsets.UTF_8)) {
                lines.filter(line -> !line.startsWith("#version") && !line.isBlank())
                        .forEach(merges::add);
            }
            return merges;
        });
    }

    /** Control tokens by id, wherever they are listed: fine-tunes differ in that. */
    private Map<Integer, String> added(JsonObject words) {
        Map<Integer, String> added = new TreeMap<>();
        words.forEach((token, id) -> {
            if (token.startsWith("<|") && token.endsWith("|>")) {
                added.put(((JsonNumber) id).intValueExact(), token);
            }
        });
        if (isThere(CONFIGURATION)) {
            JsonObject tokens = file(CONFIGURATION)
                    .read(reader -> reader.readObject())
                    .getOrDefault("added_tokens_decoder", JsonValue.EMPTY_JSON_OBJECT)
                    .asJsonObject();
            tokens.forEach((id, token) ->
                    added.put(Integer.valueOf(id), token.asJsonObject().getString("content")));
        }
        if (isThere(ADDED)) {
            JsonObject tokens = file(ADDED).read(reader -> reader.readObject());
            tokens.keySet().forEach(token -> added.put(tokens.getInt(token), token));
        }
        return added;
    }

    private static JsonArrayBuilder addedJson(Map<Integer, String> added) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        added.forEach((id, token) -> array.add(Json.createObjectBuilder()
                .add("id", id)
                .add("content", token)
                .add("single_word", false)
                .add("lstrip", false)
                .add("rstrip", false)
                .add("normalized", false)
                .add("special", true)));
        return array;
    }

    private boolean isThere(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private JsonFile file(String name) {
        return new JsonFile(folder.resolve(name), "part of a Whisper model's tokenizer as Hugging Face writes it");
    }
}
