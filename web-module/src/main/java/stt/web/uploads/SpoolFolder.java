package stt.web.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/** One process's folder within the spool, locked for as long as the process lives. */
final class SpoolFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private SpoolFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new folder in {@code spool}, which is made if it is missing. */
    static SpoolFolder create(Path spool) throws IOException {
        Path folder = Files.createDirectories(spool.resolve(UUID.randomUUID().toString()));
        FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IOException("another process has locked the new folder " + folder);
        }
        return new SpoolFolder(folder, lock);
    }

    /**
     * Removes the folders in {@code spool} whose processes live no more.
     *
     * @return how many uploads lay there
     */
    static int sweep(Path spool) throws IOException {
        if (!Files.isDirectory(spool)) {
            return 0;
        }
        int swept = 0;
        try (Stream<Path> folders = Files.list(spool)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                swept += sweepUnlessAlive(folder);
            }
        }
        return swept;
    }

    /** A new, empty file. */
    SpooledFile newFile() {
        try {
            return new SpooledFile(
                    Files.createFile(folder.resolve(UUID.randomUUID().toString())));
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    /** Removes the folder with whatever lies in it, and then gives up the lock. */
    @Override
    public void close() {
        try (lock) {
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int sweepUnlessAlive(Path folder) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null ? 0 : remove(folder);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return 0;
        }
    }

    private static int remove(Path folder) throws IOException {
        int uploads = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                uploads += file.endsWith(LOCK) ? 0 : 1;
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
        return uploads;
    }
}
