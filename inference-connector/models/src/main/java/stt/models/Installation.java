package stt.models;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import stt.models.hub.Hub;
import stt.models.sources.Archive;
import stt.models.sources.ArchiveSource;
import stt.models.sources.Content;
import stt.models.sources.DiskSpace;
import stt.models.sources.Folders;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.sources.Source;
import stt.models.sources.SourceFailed;
import stt.models.sources.Step;
import stt.models.whisper.ImportProgress;
import stt.models.whisper.Precision;
import stt.models.whisper.WhisperImporter;

/** Puts one model together beside its place in the store, then moves it there. For the holder of the store's lock. */
final class Installation {

    private final CatalogEntry entry;
    private final StoreFolders folders;
    private final Supplier<Hub> hub;
    private final Progress progress;

    Installation(CatalogEntry entry, StoreFolders folders, Supplier<Hub> hub, Progress progress) {
        this.entry = entry;
        this.folders = folders;
        this.hub = hub;
        this.progress = progress;
    }

    /**
     * Installs the model, in place of what was there.
     *
     * @param accepted when its licence was accepted, where it had to be
     */
    void install(InstallOptions options, Optional<Instant> accepted) throws IOException {
        Path partial = folders.newPartial(entry.id());
        try {
            PublishedFiles published = obtain(options, partial);
            Path model = Files.createDirectory(partial.resolve("model"));
            String precision = fill(model, published, options);
            Provenance provenance =
                    new Provenance(published.origin(), entry.licence().id(), accepted);
            new Manifest(
                            entry.id(),
                            entry.engine(),
                            precision,
                            Manifest.GRAPHS,
                            contents(model),
                            published.files(),
                            provenance)
                    .write(model);
            Folders.force(model);
            // Kept files that were not used are damaged: these replace them.
            if (options.keepSources() || Files.exists(folders.kept(entry.id()))) {
                keep(published, partial);
            }
            folders.replace(entry.id(), model);
            forgetPieces();
        } finally {
            folders.discard(partial);
        }
    }

    /** Brings the published files of an installed model, and keeps them. */
    void keepSources(InstallOptions options) throws IOException {
        Path partial = folders.newPartial(entry.id());
        try {
            keep(obtain(options, partial), partial);
            forgetPieces();
        } finally {
            folders.discard(partial);
        }
    }

    private PublishedFiles obtain(InstallOptions options, Path partial) throws IOException {
        int made = entry.isImported() ? expansion(precision(options)) : 1;
        return new FileSources(entry, folders, hub, progress).obtain(options.from(), 1 + made, partial);
    }

    private String fill(Path model, PublishedFiles published, InstallOptions options) throws IOException {
        if (!entry.isImported()) {
            DiskSpace.require(published.bytes(), folders.directory());
            published.copyTo(model);
            return Manifest.AS_PUBLISHED;
        }
        Precision precision = precision(options);
        DiskSpace.require(published.bytes() * expansion(precision), folders.directory());
        String made = entry.takesGgml()
                ? new GgmlInstallation(entry, progressOf(published)).fill(model, published, precision)
                : imported(model, published, precision);
        checkFacts(model, published.folder());
        return made;
    }

    private String imported(Path model, PublishedFiles published, Precision precision) {
        new WhisperImporter(precision, progressOf(published)).importModel(published.folder(), model);
        return precision.id();
    }

    private ImportProgress progressOf(PublishedFiles published) {
        String step = "Importing " + entry.id();
        long bytes = published.bytes();
        return (done, total) -> progress.update(step, (long) ((double) done / total * bytes), bytes);
    }

    /** Without a wish, a repaired model stays what it was. */
    private Precision precision(InstallOptions options) {
        if (options.precision() != null) {
            return options.precision();
        }
        Precision usual = entry.takesGgml() ? Precision.FP16 : Precision.ofThisMachine();
        try {
            return Precision.of(Manifest.read(folders.model(entry.id())).precision())
                    .orElse(usual);
        } catch (IOException e) {
            return usual; // there is none, or none that can be read
        }
    }

    /** Files without known hashes can be those of another model; the imported one tells by its shape. */
    private void checkFacts(Path model, Path published) throws IOException {
        try (InputStream in = Files.newInputStream(model.resolve("whisper.json"));
                JsonReader reader = Json.createReader(in)) {
            JsonObject found = reader.readObject();
            entry.facts().forEach((name, expected) -> {
                int number = found.getInt(name);
                if (number != expected) {
                    throw new SourceFailed("%s holds another model, whose %s is %d instead of %d."
                            .formatted(published, name, number, expected));
                }
            });
        }
    }

    /** How much larger than published files, mostly of 16 bits a weight, the imported ones can be, rounded up. */
    private static int expansion(Precision precision) {
        return switch (precision) {
            case NB8, FP16 -> 1;
            case FP32 -> 3;
        };
    }

    private List<ModelFile> contents(Path model) throws IOException {
        List<Path> paths = list(model);
        long total = 0;
        for (Path path : paths) {
            total += Files.size(path);
        }
        Step checking = new Step(progress, "Finishing " + entry.id(), total);
        List<ModelFile> files = new ArrayList<>();
        for (Path path : paths) {
            Content content = Content.of(path, checking::add);
            files.add(new ModelFile(path.getFileName().toString(), content.size(), content.sha256()));
        }
        return files;
    }

    private void keep(PublishedFiles published, Path partial) throws IOException {
        Path kept = folders.kept(entry.id());
        if (published.folder().equals(kept)) {
            return;
        }
        Path finished = published.folder();
        if (!finished.startsWith(partial)) {
            DiskSpace.require(published.bytes(), folders.directory());
            finished = Files.createDirectories(partial.resolve("kept"));
            published.copyTo(finished);
        }
        Folders.force(finished);
        Files.createDirectories(kept.getParent());
        folders.remove(entry.id(), kept);
        Files.move(finished, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    private void forgetPieces() throws IOException {
        for (Source source : entry.sources()) {
            if (source instanceof ArchiveSource archives) {
                for (Archive archive : archives.archives()) {
                    folders.pieces().discard(archive.pieces());
                }
            }
        }
        Folders.delete(folders.downloads(entry.id()));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }
}
