package stt.connector;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Long work on the container's threads instead of our own. */
record Background(WorkManager works) implements Executor {

    /** @throws RejectedExecutionException when the container takes no more work */
    @Override
    public void execute(Runnable task) {
        try {
            works.scheduleWork(new Work() {
                @Override
                public void run() {
                    task.run();
                }

                @Override
                public void release() {
                    // Every task here ends by itself when the adapter stops: loads are bounded, probes are runs.
                }
            });
        } catch (WorkException e) {
            throw new RejectedExecutionException("the container takes no more background work", e);
        }
    }
}
