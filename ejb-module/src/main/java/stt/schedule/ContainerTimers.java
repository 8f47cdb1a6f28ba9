package stt.schedule;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** As {@link ContainerThreads}, for what is done later or again and again. Shutting down ends the repetitions. */
final class ContainerTimers extends ContainerThreads implements ScheduledExecutorService {

    private final ScheduledExecutorService container;
    private final List<ScheduledFuture<?>> planned = new CopyOnWriteArrayList<>();

    ContainerTimers(ScheduledExecutorService container) {
        super(container);
        this.container = container;
    }

    @Override
    public synchronized void shutdown() {
        super.shutdown();
        planned.forEach(future -> future.cancel(false));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return kept(container.schedule(task, delay, unit));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return kept(container.schedule(task, delay, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return kept(container.scheduleAtFixedRate(task, initialDelay, period, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initialDelay, long delay, TimeUnit unit) {
        return kept(container.scheduleWithFixedDelay(task, initialDelay, delay, unit));
    }

    private <F extends ScheduledFuture<?>> F kept(F future) {
        planned.removeIf(ScheduledFuture::isDone);
        planned.add(future);
        return future;
    }
}
