package stt.models.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * What a file or stream turned out to hold.
 *
 * @param size bytes
 * @param sha256 64 lower-case hexadecimal digits
 */
public record Content(long size, String sha256) {

    private static final int BUFFER_BYTES = 1 << 18;

    /** Reads a file; {@code read} is told the bytes of every chunk. */
    public static Content of(Path file, LongConsumer read) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream(), read);
        }
    }

    /** Copies a stream to its end; {@code copied} is told the bytes of every chunk. Closes neither. */
    public static Content copy(InputStream in, OutputStream out, LongConsumer copied) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            out.write(buffer, 0, n);
            size += n;
            copied.accept(n);
        }
        return new Content(size, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Demands other content than was found to be refused.
     *
     * @param what was read, for the message
     * @throws SourceFailed when size or hash differ
     */
    public void mustBe(long size, String sha256, String what) {
        if (this.size != size) {
            throw new SourceFailed(what + " is not the file that was expected: it has " + this.size
                    + " bytes instead of " + size + ".");
        }
        if (!this.sha256.equals(sha256)) {
            throw new SourceFailed(what + " is not the file that was expected: its sha256 is " + this.sha256
                    + " instead of " + sha256 + ".");
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
