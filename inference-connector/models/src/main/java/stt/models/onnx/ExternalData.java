package stt.models.onnx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that holds a graph's weights. Space is reserved first and filled in any order, so that a tensor and its
 * scales can be written side by side while their source is read once. Not thread-safe.
 */
public final class ExternalData implements Closeable {
    /** Every reserved span starts at a multiple of this. */
    public static final int ALIGNMENT = 64;

    private final FileChannel channel;
    private final String location;
    private long end;

    private ExternalData(FileChannel channel, String location) {
        this.channel = channel;
        this.location = location;
    }

    /** Creates or empties {@code file}; it must lie in the same folder as the graph that refers to it. */
    public static ExternalData create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        return new ExternalData(channel, String.valueOf(file.getFileName()));
    }

    /** Sets {@code bytes} bytes aside and returns where they are. */
    public Span reserve(long bytes) {
        long offset = (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        end = offset + bytes;
        return new Span(location, offset, bytes);
    }

    /** Writes what remains in {@code bytes} at {@code position} bytes after the span's begin. */
    public void write(Span span, long position, ByteBuffer bytes) throws IOException {
        if (position < 0 || position + bytes.remaining() > span.length()) {
            throw new IllegalArgumentException("%d bytes at %d do not fit into a span of %d"
                    .formatted(bytes.remaining(), position, span.length()));
        }
        long at = span.offset() + position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Has everything on the disk when it returns, and closes the file. */
    public void finish() throws IOException {
        channel.force(true);
        channel.close();
    }

    /** Closes the file without waiting for the disk; harmless after {@link #finish()}. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Where a tensor's bytes lie: little-endian, rows first. */
    public record Span(String location, long offset, long length) {}
}
