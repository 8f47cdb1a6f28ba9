package stt.models.sources;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Verified pieces that wait for the rest of their model, each a file named by its sha256. What is here is not fetched again
 * when an installation is tried again. The caller keeps other processes out.
 */
public final class Pieces {

    /** What an installation that nobody tried again leaves behind is dropped after this time. */
    public static final Duration KEPT = Duration.ofDays(7);

    private final Path directory;

    public Pieces(Path directory) {
        this.directory = directory;
    }

    /** Whether a piece is here, undamaged: reads it. */
    public boolean has(Piece piece) throws IOException {
        Path file = file(piece);
        if (!Files.exists(file)) {
            return false;
        }
        Content content = Content.of(file, read -> {});
        return content.size() == piece.size() && content.sha256().equals(piece.sha256());
    }

    /**
     * Takes a piece from a stream.
     *
     * @throws SourceFailed when the stream holds something else; nothing is kept of it then
     */
    void add(Piece piece, InputStream in) throws IOException {
        Files.createDirectories(directory);
        Path partial = directory.resolve("partial");
        try (OutputStream out = Files.newOutputStream(partial)) {
            Content.copy(in, out, new Limit(piece)).mustBe(piece.size(), piece.sha256(), piece.path());
        }
        Files.move(partial, file(piece), ATOMIC_MOVE);
    }

    /**
     * Writes the file that these pieces make, in their order.
     *
     * @throws SourceFailed when they make another file
     */
    public void join(List<Piece> pieces, ModelFile expected, Path folder) throws IOException {
        Path joined = folder.resolve(expected.name());
        try (OutputStream out = Files.newOutputStream(joined)) {
            for (Piece piece : pieces) {
                Files.copy(file(piece), out);
            }
        }
        Content.of(joined, read -> {}).mustBe(expected.size(), expected.sha256(), expected.name());
    }

    /** Forgets pieces that are no longer needed. */
    public void discard(List<Piece> pieces) throws IOException {
        for (Piece piece : pieces) {
            Files.deleteIfExists(file(piece));
        }
    }

    /** Forgets what has been waiting for more than a week, and what a crash has left unfinished. */
    public void sweep(Instant now) throws IOException {
        Files.deleteIfExists(directory.resolve("partial"));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT))) {
                    Files.delete(file);
                }
            }
        } catch (NoSuchFileException e) {
            return; // nothing was ever fetched here
        }
    }

    private Path file(Piece piece) {
        return directory.resolve(piece.sha256());
    }

    /** Ends the unpacking of an entry that is larger than it should be, before it fills the disk. */
    private static final class Limit implements LongConsumer {

        private final Piece piece;
        private long copied;

        Limit(Piece piece) {
            this.piece = piece;
        }

        @Override
        public void accept(long bytes) {
            copied += bytes;
            if (copied > piece.size()) {
                throw new SourceFailed(piece.path() + " is not the file that was expected: it has more than "
                        + piece.size() + " bytes.");
            }
        }
    }
}
