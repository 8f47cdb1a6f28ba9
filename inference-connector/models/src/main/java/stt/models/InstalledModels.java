package stt.models;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stt.models.sources.ModelFile;

/**
 * Reads which models the folders of a store hold. Manifests are parsed once and again when they change, so that a running
 * server sees at the next question what another process has installed or removed. Thread-safe.
 */
final class InstalledModels {

    private final Path directory;
    private final Catalog catalog;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    InstalledModels(Path directory, Catalog catalog) {
        this.directory = directory;
        this.catalog = catalog;
    }

    Optional<InstalledModel> find(String id) {
        if (!CatalogEntry.isId(id)) {
            return Optional.empty();
        }
        try {
            InstalledModel model = read(id);
            return complete(model) ? Optional.of(model) : Optional.empty();
        } catch (AccessDeniedException e) {
            throw StoreFailed.because(id + " cannot be read", directory, e);
        } catch (IOException e) {
            // No folder, or one whose manifest is unreadable: such a model cannot be used, and verify says why.
            seen.remove(id);
            return Optional.empty();
        }
    }

    /** Where a model came from, complete or not, if its manifest can be read. */
    Optional<Provenance> provenance(String id) {
        try {
            return Optional.of(Manifest.read(directory.resolve(id)).provenance());
        } catch (IOException e) {
            return Optional.empty(); // there is none
        }
    }

    List<InstalledModel> all() {
        return folders().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** Names of folders that can be those of models. */
    List<String> folders() {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(CatalogEntry::isId)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw StoreFailed.because("The models of " + directory + " cannot be listed", directory, e);
        }
    }

    private InstalledModel read(String id) throws IOException {
        Path folder = directory.resolve(id);
        Stamp stamp = Stamp.of(folder.resolve(Manifest.FILE));
        Seen last = seen.get(id);
        if (last == null || !last.stamp.equals(stamp)) {
            last = new Seen(stamp, load(id, folder));
            seen.put(id, last);
        }
        return last.model;
    }

    private InstalledModel load(String id, Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        if (!manifest.id().equals(id)) {
            throw new IOException(folder + " holds the model " + manifest.id());
        }
        Optional<CatalogEntry> known = catalog.find(id);
        CatalogEntry entry = known.isPresent()
                ? known.get()
                // Twice the weights covers the buffers of one session, as it does for base.
                : CatalogEntry.uncatalogued(id, manifest.engine(), languages(folder), 2 * manifest.bytes());
        return new InstalledModel(entry, folder, manifest);
    }

    private static List<String> languages(Path folder) throws IOException {
        Path facts = folder.resolve("whisper.json");
        try (InputStream in = Files.newInputStream(facts);
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("languages").getValuesAs(JsonString::getString);
        } catch (RuntimeException e) {
            throw new IOException(facts + " names no languages", e);
        }
    }

    private static boolean complete(InstalledModel model) throws IOException {
        if (!model.manifest().isCurrent()) {
            return false;
        }
        for (ModelFile file : model.manifest().files()) {
            if (Files.size(model.file(file.name())) != file.size()) {
                return false;
            }
        }
        return true;
    }

    private record Seen(Stamp stamp, InstalledModel model) {}

    /** What changes when a file is replaced; folders are replaced whole, so the inode differs even within a second. */
    private record Stamp(FileTime modified, long size, @Nullable Object key) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }
}
