package stt.models.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import stt.models.sources.SourceFailed;

/**
 * A file of a repository, as the hub lists it.
 *
 * @param name within the repository
 * @param size bytes
 * @param hash 64 hexadecimal digits: its sha256; or 40: the SHA-1 that git gives it
 */
record HubFile(String name, long size, String hash) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final int SHA256_DIGITS = 64;
    private static final int BUFFER_BYTES = 1 << 18;

    HubFile {
        if (size < 0 || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(name + " has no size or no hash");
        }
    }

    /**
     * Reads a file and compares it.
     *
     * @param read is told the bytes of every chunk
     * @throws SourceFailed when it is another
     */
    void mustBe(Path file, LongConsumer read) throws IOException {
        long found = Files.size(file);
        if (found != size) {
            throw new SourceFailed(
                    name + " is not the file that was expected: it has " + found + " bytes instead of " + size + ".");
        }
        String actual = digest(file, read);
        if (!actual.equals(hash)) {
            throw new SourceFailed(
                    name + " is not the file that was expected: its hash is " + actual + " instead of " + hash + ".");
        }
    }

    private String digest(Path file, LongConsumer read) throws IOException {
        MessageDigest digest = newDigest();
        if (hash.length() < SHA256_DIGITS) {
            digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII)); // git's header of an object
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                read.accept(n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(hash.length() < SHA256_DIGITS ? "SHA-1" : "SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1 and SHA-256", e);
        }
    }
}
