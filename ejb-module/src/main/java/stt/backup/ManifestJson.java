package stt.backup;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import stt.backup.Manifest.StoredFile;
import stt.backup.Manifest.StoredTable;

/** A manifest as JSON. */
final class ManifestJson {

    private ManifestJson() {}

    static JsonObject of(Manifest manifest) {
        JsonArrayBuilder tables = Json.createArrayBuilder();
        manifest.tables().forEach(table -> tables.add(of(table)));
        JsonArrayBuilder files = Json.createArrayBuilder();
        manifest.files()
                .forEach(file -> files.add(Json.createObjectBuilder()
                        .add("name", file.name())
                        .add("bytes", file.bytes())
                        .add("sha256", file.sha256())));
        return Json.createObjectBuilder()
                .add("format", Manifest.FORMAT)
                .add("schema", manifest.schema())
                .add("made_at", manifest.madeAt().toString())
                .add("tables", tables)
                .add("files", files)
                .build();
    }

    private static JsonObject of(StoredTable stored) {
        JsonArrayBuilder columns = Json.createArrayBuilder();
        stored.table()
                .columns()
                .forEach(column -> columns.add(Json.createObjectBuilder()
                        .add("name", column.name())
                        .add("kind", column.kind().name().toLowerCase(Locale.ROOT))));
        return Json.createObjectBuilder()
                .add("name", stored.table().name())
                .add("rows", stored.rows())
                .add("sha256", stored.sha256())
                .add("columns", columns)
                .build();
    }

    /** The number of the form in which the back-up is written. */
    static int format(JsonObject manifest) {
        return manifest.getInt("format");
    }

    static Manifest parse(JsonObject manifest) {
        return new Manifest(
                manifest.getString("schema"),
                Instant.parse(manifest.getString("made_at")),
                manifest.getJsonArray("tables").getValuesAs(ManifestJson::table),
                manifest.getJsonArray("files").getValuesAs(ManifestJson::file));
    }

    private static StoredTable table(JsonValue value) {
        JsonObject json = value.asJsonObject();
        List<Column> columns = json.getJsonArray("columns").getValuesAs(ManifestJson::column);
        return new StoredTable(
                new Table(json.getString("name"), columns),
                json.getJsonNumber("rows").longValueExact(),
                json.getString("sha256"));
    }

    private static Column column(JsonValue value) {
        JsonObject json = value.asJsonObject();
        return new Column(
                json.getString("name"), Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)));
    }

    private static StoredFile file(JsonValue value) {
        JsonObject json = value.asJsonObject();
        return new StoredFile(
                json.getString("name"), json.getJsonNumber("bytes").longValueExact(), json.getString("sha256"));
    }
}
