package stt.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stt.models.sources.Archive;
import stt.models.sources.ArchiveDownload;
import stt.models.sources.ArchiveSource;
import stt.models.sources.DiskSpace;
import stt.models.sources.Progress;
import stt.models.sources.SourceFailed;

/** The places that may have a model's published files: a folder that the caller names, kept files, the catalog's sources. */
final class FileSources {

    private final CatalogEntry entry;
    private final StoreFolders folders;
    private final Progress progress;

    FileSources(CatalogEntry entry, StoreFolders folders, Progress progress) {
        this.entry = entry;
        this.folders = folders;
        this.progress = progress;
    }

    /**
     * Brings the files together.
     *
     * @param from the only folder to look in; null for kept files, then the catalog's sources in their order
     * @param work an existing folder for files on their way
     * @throws SourceFailed when no place has them, with the reason of the last one tried
     */
    PublishedFiles obtain(@Nullable Path from, Path work) throws IOException {
        if (from != null) {
            return fromFolder(from, work);
        }
        Optional<PublishedFiles> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        SourceFailed failure =
                new SourceFailed("this version cannot fetch its files; put " + PublishedFiles.requiredText(entry)
                        + ", in the format of CTranslate2, into a folder and use --from DIR.");
        for (ArchiveSource source : entry.sources()) {
            try {
                requireSpace(source);
                return unpacked(ArchiveDownload.fromMirror(entry.id(), source, folders.pieces()), work);
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
        for (ArchiveSource source : entry.sources()) {
            if (ArchiveDownload.isIn(from, source)) {
                return unpacked(ArchiveDownload.fromFolder(entry.id(), source, folders.pieces(), from), work);
            }
        }
        throw new SourceFailed(from + " has no " + missing.get() + "; it must hold "
                + PublishedFiles.requiredText(entry) + archives() + ".");
    }

    private PublishedFiles unpacked(ArchiveDownload download, Path work) throws IOException {
        Path target = Files.createDirectories(work.resolve("published"));
        download.into(target, entry.files(), work, progress);
        return new PublishedFiles(target, entry.files());
    }

    /** The largest archive, its pieces and the files that they make lie side by side for a moment. */
    private void requireSpace(ArchiveSource source) throws IOException {
        long archive =
                source.archives().stream().mapToLong(Archive::bytes).max().orElse(0);
        DiskSpace.require(archive + 2 * entry.publishedBytes(), folders.directory());
    }

    private String archives() {
        List<ArchiveSource> sources = entry.sources();
        return sources.isEmpty()
                ? ""
                : sources.get(0).archives().stream()
                        .map(Archive::coordinate)
                        .collect(Collectors.joining(" and ", ", or the packages ", ""));
    }
}
