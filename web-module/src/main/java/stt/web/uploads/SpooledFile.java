package stt.web.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An upload on disk, for as long as its request lives. Closing removes it; closing again does nothing. */
public final class SpooledFile implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    private final Path path;

    SpooledFile(Path path) {
        this.path = path;
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /**
     * Writes all of {@code in} here.
     *
     * @return how many bytes
     * @throws DiskFailure when they cannot be written; what {@code in} throws passes through
     */
    long fill(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                write(out, buffer, count);
                size += count;
            }
        }
        return size;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputStream open() {
        try {
            return Files.newOutputStream(path);
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }
}
