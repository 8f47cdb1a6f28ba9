package stt.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data folder, held by one server at a time. The operating system frees it whichever way its holder ends. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes hold of a folder, made if it does not exist.
     *
     * @throws Refused     if another server holds it
     * @throws IOException if it cannot be written
     */
    static DataFolder hold(Path folder) throws IOException {
        return tryHold(folder)
                .orElseThrow(() -> new Refused(
                        "Another server is running on the data folder %s: stop it, or set STT_DATA_DIR to another folder."
                                .formatted(folder)));
    }

    /**
     * Takes hold of a folder, made if it does not exist; empty if another server holds it.
     *
     * @throws IOException if it cannot be written
     */
    static Optional<DataFolder> tryHold(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new DataFolder(folder, channel));
    }

    /** The folder. */
    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
