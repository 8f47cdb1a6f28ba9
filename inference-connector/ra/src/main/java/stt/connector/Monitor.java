package stt.connector;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Timed waits for what other threads change. */
final class Monitor {

    private Monitor() {}

    /**
     * Waits until {@code done}, which is asked while this thread holds {@code monitor}; whoever changes what it depends on
     * notifies all.
     *
     * @return false when the time is over first, or the thread was interrupted (it stays so)
     */
    static boolean await(Object monitor, Duration limit, BooleanSupplier done) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            synchronized (monitor) {
                while (!done.getAsBoolean()) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        return false;
                    }
                    monitor.wait(left);
                }
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
