package stt.accounts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A file with a key of 256 bits in base64, which only the server's user can read. */
final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /**
     * The key in {@code file}, which is made if it does not exist; of several processes that make it at the same moment, one
     * does, and all read that.
     *
     * @throws IllegalStateException when the file has something else in it
     * @throws IOException when it cannot be read or made
     */
    static byte[] read(Path file) throws IOException {
        if (Files.notExists(file)) {
            make(file);
        }
        try {
            byte[] key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException | java.nio.charset.MalformedInputException e) {
            throw new IllegalStateException(notAKey(file), e);
        }
        throw new IllegalStateException(notAKey(file));
    }

    /** Whole from the moment on in which it has its name: a link does not replace what is there. */
    private static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".key", ".tmp", ownersAlone());
        try {
            write(draft);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException otherProcessWasFirst) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static void write(Path draft) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer text =
                    StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(key) + "\n");
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true); // what is sealed with a key that a power cut takes away is lost
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String notAKey(Path file) {
        return "the file " + file + " must have " + BYTES + " bytes in base64 in it";
    }
}
