package stt.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stt.models.hub.Hub;
import stt.models.hub.HubDownload;
import stt.models.sources.Archive;
import stt.models.sources.ArchiveDownload;
import stt.models.sources.ArchiveSource;
import stt.models.sources.DiskSpace;
import stt.models.sources.HubSource;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.sources.Source;
import stt.models.sources.SourceFailed;

/** The places that may have a model's published files: a folder that the caller names, kept files, the catalog's sources. */
final class FileSources {

    private final CatalogEntry entry;
    private final StoreFolders folders;
    private final Supplier<Hub> hub;
    private final Progress progress;

    FileSources(CatalogEntry entry, StoreFolders folders, Supplier<Hub> hub, Progress progress) {
        this.entry = entry;
        this.folders = folders;
        this.hub = hub;
        this.progress = progress;
    }

    /**
     * Brings the files together.
     *
     * @param from the only folder to look in; null for kept files, then the catalog's sources in their order
     * @param room times the files' size that the disk must have left for them and what is made of them
     * @param work an existing folder for files on their way
     * @throws SourceFailed when no place has them, with the reason of the last one tried
     */
    PublishedFiles obtain(@Nullable Path from, int room, Path work) throws IOException {
        if (from != null) {
            return fromFolder(from, work);
        }
        Optional<PublishedFiles> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        SourceFailed failure = new SourceFailed("this version cannot fetch its files; put "
                + PublishedFiles.requiredText(entry) + " into a folder and use --from DIR.");
        for (Source source : entry.sources()) {
            try {
                return source instanceof HubSource repository
                        ? fromHub(repository, room, work)
                        : fromMirror((ArchiveSource) source, work);
            } catch (SourceFailed e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** Files that an earlier installation kept; damaged ones are as good as absent. */
    private Optional<PublishedFiles> kept() throws IOException {
        Path kept = folders.kept(entry.id());
        if (PublishedFiles.missing(kept, entry).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PublishedFiles.read(kept, entry, progress));
        } catch (SourceFailed e) {
            return Optional.empty();
        }
    }

    private PublishedFiles fromFolder(Path from, Path work) throws IOException {
        if (!Files.isDirectory(from)) {
            throw new SourceFailed(from + " is not a folder.");
        }
        Optional<String> missing = PublishedFiles.missing(from, entry);
        if (missing.isEmpty()) {
            return PublishedFiles.read(from, entry, progress);
        }
        for (ArchiveSource source : archiveSources()) {
            if (ArchiveDownload.isIn(from, source)) {
                return unpacked(
                        ArchiveDownload.fromFolder(entry.id(), source, folders.pieces(), from), from.toString(), work);
            }
        }
        throw new SourceFailed(from + " has no " + missing.get() + "; it must hold "
                + PublishedFiles.requiredText(entry) + archives() + ".");
    }

    private PublishedFiles fromHub(HubSource source, int room, Path work) throws IOException {
        Path target = Files.createDirectories(work.resolve("published"));
        Path partials = folders.downloads(entry.id());
        List<ModelFile> files = new HubDownload(entry.id(), source, address()).into(target, partials, room, progress);
        return new PublishedFiles(target, files, source.toString());
    }

    private Hub address() {
        try {
            return hub.get();
        } catch (IllegalArgumentException e) {
            throw new SourceFailed(e.getMessage() + ".", e);
        }
    }

    private PublishedFiles fromMirror(ArchiveSource source, Path work) throws IOException {
        requireSpace(source);
        return unpacked(ArchiveDownload.fromMirror(entry.id(), source, folders.pieces()), coordinates(source), work);
    }

    private PublishedFiles unpacked(ArchiveDownload download, String origin, Path work) throws IOException {
        Path target = Files.createDirectories(work.resolve("published"));
        download.into(target, entry.files(), work, progress);
        return new PublishedFiles(target, entry.files(), origin);
    }

    /** The largest archive, its pieces and the files that they make lie side by side for a moment. */
    private void requireSpace(ArchiveSource source) throws IOException {
        long archive =
                source.archives().stream().mapToLong(Archive::bytes).max().orElse(0);
        DiskSpace.require(archive + 2 * entry.publishedBytes(), folders.directory());
    }

    private String archives() {
        List<ArchiveSource> sources = archiveSources();
        return sources.isEmpty() ? "" : ", or the packages " + coordinates(sources.get(0));
    }

    private static String coordinates(ArchiveSource source) {
        return source.archives().stream().map(Archive::coordinate).collect(Collectors.joining(" and "));
    }

    private List<ArchiveSource> archiveSources() {
        return entry.sources().stream()
                .filter(ArchiveSource.class::isInstance)
                .map(ArchiveSource.class::cast)
                .toList();
    }
}
