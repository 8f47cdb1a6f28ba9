package stt.models;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import stt.models.whisper.GgmlConverter;
import stt.models.whisper.GgmlFile;
import stt.models.whisper.ImportProgress;
import stt.models.whisper.Precision;

/** Fills the folder of a model that whisper.cpp runs: its ggml file, as published or converted, and what it says of itself. */
record GgmlInstallation(CatalogEntry entry, ImportProgress progress) {

    /**
     * @param precision to convert to, where there is something to convert
     * @return the precision for the manifest
     * @throws stt.models.whisper.UnreadableModel when the files are no model that whisper.cpp can run
     */
    String fill(Path model, PublishedFiles published, Precision precision) throws IOException {
        Path file = model.resolve(GgmlFile.NAME);
        Optional<Path> ggml = published.ggml(entry);
        if (ggml.isPresent()) {
            writeFacts(model, GgmlFile.read(ggml.get()).facts());
            Files.copy(ggml.get(), file);
            return Manifest.AS_PUBLISHED;
        }
        writeFacts(model, new GgmlConverter(precision, progress).convert(published.folder(), file));
        GgmlFile.read(file);
        return precision.id();
    }

    private static void writeFacts(Path model, JsonObject facts) throws IOException {
        try (JsonWriter writer = Json.createWriter(Files.newOutputStream(model.resolve("whisper.json")))) {
            writer.writeObject(facts);
        }
    }
}
