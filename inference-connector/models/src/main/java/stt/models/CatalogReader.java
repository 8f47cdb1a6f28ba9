package stt.models;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import stt.models.sources.Archive;
import stt.models.sources.ArchiveSource;
import stt.models.sources.HubSource;
import stt.models.sources.Mirror;
import stt.models.sources.ModelFile;
import stt.models.sources.Piece;
import stt.models.sources.Source;

/** Reads {@code catalog.json}; a piece that is a whole file leaves out the size and hash, which are the file's. */
final class CatalogReader {

    private final Map<String, List<String>> languages;

    private CatalogReader(JsonObject languages) {
        this.languages = languages.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().asJsonArray().getValuesAs(JsonString::getString)));
    }

    static Catalog read(InputStream json) {
        try (JsonReader reader = Json.createReader(json)) {
            JsonObject root = reader.readObject();
            CatalogReader catalog = new CatalogReader(root.getJsonObject("languages"));
            return new Catalog(objects(root.getJsonArray("models"), catalog::entry));
        }
    }

    private CatalogEntry entry(JsonObject json) {
        List<ModelFile> files = objects(json.getJsonArray("files"), CatalogReader::file);
        Map<String, ModelFile> byName = files.stream().collect(Collectors.toMap(ModelFile::name, Function.identity()));
        return new CatalogEntry(
                json.getString("id"),
                Task.of(json.getString("task")),
                json.getString("name"),
                languages(json.getString("languages")),
                Speed.of(json.getString("speed")),
                json.getString("engine"),
                json.getInt("memory_mb") * 1_000_000L,
                json.getBoolean("starter"),
                licence(json.getJsonObject("licence")),
                facts(json.getOrDefault("facts", JsonValue.EMPTY_JSON_OBJECT).asJsonObject()),
                files,
                objects(json.getJsonArray("sources"), source -> source(source, byName)));
    }

    private List<String> languages(String set) {
        List<String> codes = languages.get(set);
        if (codes == null) {
            throw new IllegalArgumentException("the catalog has no set of languages named " + set);
        }
        return codes;
    }

    private static Map<String, Integer> facts(JsonObject json) {
        return json.keySet().stream().collect(Collectors.toMap(Function.identity(), json::getInt));
    }

    private static Licence licence(JsonObject json) {
        return new Licence(
                json.getString("id"),
                json.getString("url"),
                json.getString("attribution"),
                json.getBoolean("restricts", false));
    }

    static ModelFile file(JsonObject json) {
        return new ModelFile(json.getString("name"), size(json, "size"), json.getString("sha256"));
    }

    private static Source source(JsonObject json, Map<String, ModelFile> files) {
        if (json.getString("kind").equals("hub")) {
            return new HubSource(
                    json.getString("repository"),
                    json.getString("revision"),
                    json.getJsonArray("files").getValuesAs(JsonString::getString),
                    objects(
                            json.getOrDefault("known", JsonValue.EMPTY_JSON_ARRAY)
                                    .asJsonArray(),
                            CatalogReader::file));
        }
        Mirror mirror = Mirror.valueOf(json.getString("kind").toUpperCase(Locale.ROOT));
        return new ArchiveSource(mirror, objects(json.getJsonArray("archives"), archive -> archive(archive, files)));
    }

    private static Archive archive(JsonObject json, Map<String, ModelFile> files) {
        List<Piece> pieces = objects(json.getJsonArray("pieces"), piece -> piece(piece, files));
        return new Archive(json.getString("coordinate"), size(json, "bytes"), pieces);
    }

    private static Piece piece(JsonObject json, Map<String, ModelFile> files) {
        String name = json.getString("file");
        ModelFile whole = files.get(name);
        if (whole == null) {
            throw new IllegalArgumentException("the catalog has a piece of a file that it does not list: " + name);
        }
        boolean part = json.containsKey("sha256");
        long size = part ? size(json, "size") : whole.size();
        return new Piece(json.getString("path"), name, size, json.getString("sha256", whole.sha256()));
    }

    private static long size(JsonObject json, String key) {
        JsonNumber number = json.getJsonNumber(key);
        return number.longValueExact();
    }

    static <T> List<T> objects(JsonArray array, Function<JsonObject, T> read) {
        return array.getValuesAs(JsonObject.class).stream().map(read).toList();
    }
}
