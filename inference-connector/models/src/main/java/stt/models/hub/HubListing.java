package stt.models.hub;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import stt.models.sources.SourceFailed;

/** The files of a repository at a commit. */
record HubListing(Map<String, HubFile> files) {

    /** @throws SourceFailed when it is not what hubs answer */
    static HubListing read(InputStream answer, String hub) {
        try (JsonReader reader = Json.createReader(answer)) {
            Map<String, HubFile> files = new HashMap<>();
            for (JsonObject file : reader.readObject().getJsonArray("siblings").getValuesAs(JsonObject.class)) {
                entry(file).ifPresent(found -> files.put(found.name(), found));
            }
            return new HubListing(Map.copyOf(files));
        } catch (JsonException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new SourceFailed("the hub " + hub + " gave no listing of files that this version understands.", e);
        }
    }

    /** Folders and files without a hash are of no use. */
    private static Optional<HubFile> entry(JsonObject file) {
        String name = file.getString("rfilename");
        JsonObject large =
                file.getOrDefault("lfs", JsonValue.NULL) == JsonValue.NULL ? null : file.getJsonObject("lfs");
        if (large != null) {
            return Optional.of(
                    new HubFile(name, large.getJsonNumber("size").longValueExact(), large.getString("sha256")));
        }
        return file.containsKey("blobId") && file.containsKey("size")
                ? Optional.of(new HubFile(name, file.getJsonNumber("size").longValueExact(), file.getString("blobId")))
                : Optional.empty();
    }

    HubFile file(String name, String where) {
        HubFile file = files.get(name);
        if (file == null) {
            throw new SourceFailed(where + " has no " + name + ".");
        }
        return file;
    }
}
