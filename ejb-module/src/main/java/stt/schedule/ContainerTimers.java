package stt.schedule;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * As {@link ContainerThreads}, for what is done later or again and again. Shutting down ends the repetitions. The container's
 * timers, which may have one thread for all of the application, only start things: nothing that is done here holds up another.
 */
final class ContainerTimers extends ContainerThreads implements ScheduledExecutorService {

    private final ScheduledExecutorService timers;
    private final List<ScheduledFuture<?>> planned = new CopyOnWriteArrayList<>();

    ContainerTimers(Threads threads) {
        super(threads.once());
        this.timers = threads.repeated();
    }

    @Override
    public synchronized void shutdown() {
        super.shutdown();
        planned.forEach(future -> future.cancel(false));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return kept(timers.schedule(task, delay, unit));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return kept(timers.schedule(task, delay, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return kept(timers.scheduleAtFixedRate(unlessUnderWay(task), initialDelay, period, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initialDelay, long delay, TimeUnit unit) {
        return kept(timers.scheduleWithFixedDelay(unlessUnderWay(task), initialDelay, delay, unit));
    }

    private Runnable unlessUnderWay(Runnable task) {
        AtomicBoolean underWay = new AtomicBoolean();
        return () -> {
            if (!isShutdown() && underWay.compareAndSet(false, true)) {
                execute(() -> {
                    try {
                        task.run();
                    } finally {
                        underWay.set(false);
                    }
                });
            }
        };
    }

    private <F extends ScheduledFuture<?>> F kept(F future) {
        planned.removeIf(ScheduledFuture::isDone);
        planned.add(future);
        return future;
    }
}
