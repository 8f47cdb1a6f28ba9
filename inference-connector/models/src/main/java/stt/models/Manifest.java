package stt.models;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import stt.models.sources.ModelFile;

/**
 * What an installed model's folder holds: {@code manifest.json}, the file that is written last.
 *
 * @param id of the model
 * @param engine that runs it
 * @param precision of its weights: {@code nb8}, {@code fp32}, {@code fp16}, or {@code published} where the files are used as they came
 * @param graphs revision of the imported graphs, see {@link #GRAPHS}
 * @param files of the folder, the manifest itself left out
 * @param published what they were made from
 * @param provenance where these came from
 */
public record Manifest(
        String id,
        String engine,
        String precision,
        int graphs,
        List<ModelFile> files,
        List<ModelFile> published,
        Provenance provenance) {

    /** The precision of models whose files are used as they came. */
    public static final String AS_PUBLISHED = "published";

    /**
     * Revision of the graphs that the importer writes. Raised when the engine of this version would not run older ones as
     * it should: models with another revision count as not installed, and installing imports them again.
     */
    static final int GRAPHS = 1;

    static final String FILE = "manifest.json";

    public Manifest {
        files = List.copyOf(files);
        published = List.copyOf(published);
    }

    /** Whether the engines of this version can run it. */
    boolean isCurrent() {
        return precision.equals(AS_PUBLISHED) || engine.equals(CatalogEntry.WHISPER_CPP) || graphs == GRAPHS;
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(ModelFile::size).sum();
    }

    /**
     * Reads the manifest of a folder.
     *
     * @throws IOException when it is not there, cannot be read, or is not a manifest
     */
    static Manifest read(Path directory) throws IOException {
        try (InputStream in = Files.newInputStream(directory.resolve(FILE));
                JsonReader reader = Json.createReader(in)) {
            JsonObject json = reader.readObject();
            return new Manifest(
                    json.getString("id"),
                    json.getString("engine"),
                    json.getString("precision"),
                    json.getInt("graphs", 1),
                    CatalogReader.objects(json.getJsonArray("files"), CatalogReader::file),
                    CatalogReader.objects(json.getJsonArray("published"), CatalogReader::file),
                    json.containsKey("provenance")
                            ? Provenance.of(json.getJsonObject("provenance"))
                            : Provenance.UNKNOWN);
        } catch (JsonException
                | DateTimeException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException e) {
            // What the JSON API throws for text that is not JSON, for wrong values, absent ones and those of another
            // type.
            throw new IOException(directory.resolve(FILE) + " is not the manifest of a model", e);
        }
    }

    void write(Path directory) throws IOException {
        JsonObject json = Json.createObjectBuilder()
                .add("id", id)
                .add("engine", engine)
                .add("precision", precision)
                .add("graphs", graphs)
                .add("files", array(files))
                .add("published", array(published))
                .add("provenance", provenance.toJson())
                .build();
        try (OutputStream out = Files.newOutputStream(directory.resolve(FILE));
                JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(out)) {
            writer.writeObject(json);
        }
    }

    private static JsonArrayBuilder array(List<ModelFile> files) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (ModelFile file : files) {
            array.add(Json.createObjectBuilder()
                    .add("name", file.name())
                    .add("size", file.size())
                    .add("sha256", file.sha256()));
        }
        return array;
    }
}
