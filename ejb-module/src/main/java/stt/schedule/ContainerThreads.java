package stt.schedule;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * An executor that can be shut down, on the container's threads, which cannot. Tasks that run are never interrupted: shutting
 * down means that no more are taken.
 */
class ContainerThreads extends AbstractExecutorService {

    private final Executor container;
    private int running;
    private boolean closed;

    ContainerThreads(Executor container) {
        this.container = container;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (closed) {
                throw new RejectedExecutionException("shut down");
            }
            running++;
        }
        try {
            container.execute(() -> {
                try {
                    task.run();
                } finally {
                    ended();
                }
            });
        } catch (RuntimeException refused) {
            ended();
            throw refused;
        }
    }

    private synchronized void ended() {
        running--;
        notifyAll();
    }

    @Override
    public synchronized void shutdown() {
        closed = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return closed;
    }

    @Override
    public synchronized boolean isTerminated() {
        return closed && running == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return awaitIdle(unit.toMillis(timeout)) && isTerminated();
    }

    /** Waits until nothing runs; whether that came within {@code millis}. */
    synchronized boolean awaitIdle(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis;
                running > 0 && left > 0;
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
        return running == 0;
    }
}
