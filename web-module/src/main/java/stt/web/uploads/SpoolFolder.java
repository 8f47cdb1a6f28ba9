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

/**
 * One process's folder within the spool, locked for as long as the process lives. The locks lie beside the spool, not in it:
 * an idle spool holds no file.
 */
final class SpoolFolder implements AutoCloseable {

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private SpoolFolder(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** A new folder in {@code spool}, which is made if it is missing. */
    static SpoolFolder create(Path spool) throws IOException {
        Path folder = spool.resolve(UUID.randomUUID().toString());
        Path lockFile = lockFile(spool, folder);
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IOException("another process has locked " + lockFile);
        }
        Files.createDirectories(folder); // locked before anybody could see and sweep it
        return new SpoolFolder(folder, lockFile, lock);
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
                swept += sweepUnlessAlive(spool, folder);
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
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int sweepUnlessAlive(Path spool, Path folder) throws IOException {
        Path lockFile = lockFile(spool, folder);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free == null) {
                return 0;
            }
            int removed = remove(folder);
            Files.deleteIfExists(lockFile);
            return removed;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return 0;
        }
    }

    private static int remove(Path folder) throws IOException {
        int uploads = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                uploads += Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        Files.deleteIfExists(folder);
        return uploads;
    }

    private static Path lockFile(Path spool, Path folder) throws IOException {
        return Files.createDirectories(Path.of(spool + ".locks")).resolve(folder.getFileName());
    }
}
