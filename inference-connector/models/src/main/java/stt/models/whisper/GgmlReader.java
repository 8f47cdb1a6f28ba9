package stt.models.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads small things of a large file in order, and leaps over the rest. Not thread-safe. */
final class GgmlReader {

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long next;

    /** From {@code position} on; the caller closes {@code channel}. */
    GgmlReader(Path path, FileChannel channel, long position) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        this.next = position;
    }

    long position() {
        return next - buffer.remaining();
    }

    boolean atEnd() {
        return position() >= size;
    }

    /** @throws UnreadableModel when the file ends before */
    int[] integers(int count) throws IOException {
        require(count * Integer.BYTES);
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = buffer.getInt();
        }
        return values;
    }

    /** @throws UnreadableModel when the file ends before */
    String text(int bytes) throws IOException {
        require(bytes);
        byte[] text = new byte[bytes];
        buffer.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** @throws UnreadableModel when the file ends before */
    void skip(long bytes) {
        long target = position() + bytes;
        if (bytes < 0 || target > size) {
            throw truncated(target);
        }
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
        } else {
            buffer.limit(0);
            next = target;
        }
    }

    private void require(int bytes) throws IOException {
        if (bytes <= buffer.remaining()) {
            return;
        }
        buffer.compact();
        while (buffer.position() < bytes) {
            int count = channel.read(buffer, next);
            if (count < 0) {
                throw truncated(next + bytes - buffer.position());
            }
            next += count;
        }
        buffer.flip();
    }

    private UnreadableModel truncated(long wanted) {
        return new UnreadableModel(
                "%s is truncated: it should have %d bytes at least, but ends at byte %d".formatted(path, wanted, size));
    }
}
