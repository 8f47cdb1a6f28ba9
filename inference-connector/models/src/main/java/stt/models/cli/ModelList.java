package stt.models.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import stt.models.CatalogEntry;
import stt.models.InstalledModel;
import stt.models.Manifest;
import stt.models.ModelStore;

/** The models of a store and its catalog, as a table or as JSON. */
final class ModelList {

    private static final String ROW = "%-18s %-32s %-15s %-10s %9s  %-8s %s%n";

    private final ModelStore store;
    private final Map<CatalogEntry, Optional<InstalledModel>> models = new LinkedHashMap<>();

    ModelList(ModelStore store) {
        this.store = store;
        Stream<CatalogEntry> installed = store.installed().stream().map(InstalledModel::entry);
        Stream.concat(store.catalog().entries().stream(), installed)
                .forEach(entry -> models.computeIfAbsent(entry, e -> store.find(e.id())));
    }

    void printTable(PrintStream out) {
        out.printf(ROW, "ID", "NAME", "TASK", "SPEED", "LANGUAGES", "LICENCE", "STATE");
        models.forEach((entry, installed) -> out.printf(
                ROW,
                entry.id(),
                entry.name(),
                entry.task().code(),
                entry.speed().code(),
                entry.languages().isEmpty() ? "any" : entry.languages().size(),
                entry.licence().id(),
                state(entry, installed)));
        out.println("Store: " + store.directory());
    }

    void printJson(PrintStream out) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        models.forEach((entry, installed) -> list.add(json(entry, installed)));
        JsonObject json = Json.createObjectBuilder()
                .add("store", store.directory().toString())
                .add("models", list)
                .build();
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(json);
        }
        out.println(text.toString().strip());
    }

    private static String state(CatalogEntry entry, Optional<InstalledModel> installed) {
        return installed
                .map(InstalledModel::manifest)
                .map(manifest -> "installed, " + precision(manifest) + ", " + Bytes.text(manifest.bytes()))
                .orElse(entry.sources().isEmpty() ? "not installed, needs --from DIR" : "not installed");
    }

    /** The precision of a model's weights, for people. */
    static String precision(Manifest manifest) {
        return manifest.precision().equals(Manifest.AS_PUBLISHED) ? "as published" : manifest.precision();
    }

    private static JsonObjectBuilder json(CatalogEntry entry, Optional<InstalledModel> installed) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", entry.id())
                .add("name", entry.name())
                .add("task", entry.task().code())
                .add("engine", entry.engine())
                .add("speed", entry.speed().code())
                .add("languages", Json.createArrayBuilder(entry.languages()))
                .add("memory_bytes", entry.memoryBytes())
                .add("licence", entry.licence().id())
                .add("licence_restricts", entry.licence().restricts())
                .add("attribution", entry.licence().attribution())
                .add("starter", entry.starter())
                .add("fetchable", !entry.sources().isEmpty())
                .add("installed", installed.isPresent());
        installed.ifPresent(model -> json.add("precision", model.manifest().precision())
                .add("bytes", model.manifest().bytes())
                .add("source", model.manifest().provenance().source())
                .add("directory", model.directory().toString()));
        return json;
    }
}
