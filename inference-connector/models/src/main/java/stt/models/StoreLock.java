package stt.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import stt.models.sources.Progress;

/**
 * The right to change a store: one holder among all threads of all processes. The operating system takes it back when its
 * process dies, however it dies.
 */
final class StoreLock implements AutoCloseable {

    /** Locks of files are held by processes: threads of this one need another to keep each other out. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel channel;

    private StoreLock(ReentrantLock threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /** Waits for the lock as long as it takes; creates the folder. */
    static StoreLock acquire(Path directory, Progress progress) throws IOException {
        Path store = Files.createDirectories(directory).toRealPath();
        ReentrantLock threads = THREADS.computeIfAbsent(store, path -> new ReentrantLock());
        threads.lock();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(store.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(channel, progress);
            return new StoreLock(threads, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            threads.unlock();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Progress progress) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            progress.update("Waiting for another process that is changing the store", 0, 0);
            channel.lock();
        }
    }

    /** Does something that needs the lock. */
    <T> T holding(Change<T> change) throws IOException {
        return change.run();
    }

    /** Frees the lock. The file stays: deleting it would let two processes lock two different files of this name. */
    @Override
    public void close() throws IOException {
        channel.close();
        threads.unlock();
    }

    /** Something that changes a store. */
    interface Change<T> {

        T run() throws IOException;
    }
}
