package stt.models.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Fetches what is still missing of a source's archives, and makes the model's files of their pieces. */
public final class ArchiveDownload {

    private final String model;
    private final ArchiveSource source;
    private final ArchiveFetcher fetcher;
    private final Pieces pieces;

    private ArchiveDownload(String model, ArchiveSource source, ArchiveFetcher fetcher, Pieces pieces) {
        this.model = model;
        this.source = source;
        this.fetcher = fetcher;
        this.pieces = pieces;
    }

    /** From the mirror; {@code model} is its name in progress reports. */
    public static ArchiveDownload fromMirror(String model, ArchiveSource source, Pieces pieces) {
        return new ArchiveDownload(model, source, ArchiveFetcher.of(source.mirror()), pieces);
    }

    /** From archives that lie in a folder. */
    public static ArchiveDownload fromFolder(String model, ArchiveSource source, Pieces pieces, Path folder) {
        return new ArchiveDownload(model, source, new FolderArchives(folder, source.mirror()), pieces);
    }

    /** Whether a folder has every archive of a source. */
    public static boolean isIn(Path folder, ArchiveSource source) throws IOException {
        return FolderArchives.hold(folder, source);
    }

    /**
     * Puts {@code files} into {@code target}, verified.
     *
     * @param work an existing folder for what is not verified yet
     * @throws SourceFailed when they cannot be had or are not what was expected
     */
    public void into(Path target, List<ModelFile> files, Path work, Progress progress) throws IOException {
        fetch(missing(), work, progress);
        Step joining = new Step(progress, "Checking " + model, bytes(files));
        for (ModelFile file : files) {
            List<Piece> parts = allPieces().stream()
                    .filter(piece -> piece.file().equals(file.name()))
                    .toList();
            pieces.join(parts, file, target);
            joining.add(file.size());
        }
    }

    /** The pieces of the source, in the order in which they are joined. */
    public List<Piece> allPieces() {
        return source.archives().stream()
                .flatMap(archive -> archive.pieces().stream())
                .toList();
    }

    private List<Archive> missing() throws IOException {
        List<Archive> missing = new ArrayList<>();
        for (Archive archive : source.archives()) {
            List<Piece> wanted = new ArrayList<>();
            for (Piece piece : archive.pieces()) {
                if (!pieces.has(piece)) {
                    wanted.add(piece);
                }
            }
            if (!wanted.isEmpty()) {
                missing.add(new Archive(archive.coordinate(), archive.bytes(), wanted));
            }
        }
        return missing;
    }

    private void fetch(List<Archive> missing, Path work, Progress progress) throws IOException {
        if (missing.isEmpty()) {
            return;
        }
        Step downloading = new Step(
                progress,
                "Downloading " + model,
                missing.stream().mapToLong(Archive::bytes).sum());
        long end = 0;
        for (Archive archive : missing) {
            end += archive.bytes();
            long limit = end; // a program may have the archive twice for a moment
            Path folder = Files.createTempDirectory(work, "archive");
            Path file = fetcher.fetch(
                    archive, folder, grown -> downloading.add(Math.min(grown, limit - downloading.done())));
            downloading.add(limit - downloading.done());
            unpack(file, archive);
            Folders.delete(folder);
        }
    }

    private void unpack(Path file, Archive archive) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Piece piece : archive.pieces()) {
                ZipEntry entry = zip.getEntry(piece.path());
                if (entry == null) {
                    throw new SourceFailed(archive.coordinate() + " is not the package that was expected: it has no "
                            + piece.path() + ".");
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    pieces.add(piece, in);
                }
            }
        } catch (ZipException e) {
            throw new SourceFailed(
                    archive.coordinate() + " is not a readable package: it is truncated or no zip file.", e);
        }
    }

    private static long bytes(List<ModelFile> files) {
        return files.stream().mapToLong(ModelFile::size).sum();
    }
}
