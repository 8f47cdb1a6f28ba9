package stt.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;

/** The jobs that this node works on now. Thread-safe. */
@ApplicationScoped
public class RunningJobs {

    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** One of them, until it is closed. */
    final class Running implements AutoCloseable {

        private final UUID transcript;
        private final CancelToken cancel = new CancelToken();
        private volatile int percent;
        private volatile int told;

        private Running(UUID transcript) {
            this.transcript = transcript;
        }

        /** Ends the work early. */
        CancelToken cancel() {
            return cancel;
        }

        /** So much is done. */
        void advance(int done) {
            percent = done;
        }

        @Override
        public void close() {
            running.remove(transcript, this);
        }
    }

    /** Work begins; it is cancelled at once when this node stops. */
    Running open(UUID transcript) {
        Running job = new Running(transcript);
        running.put(transcript, job);
        if (stopping) {
            job.cancel.cancel(Reason.STOPPING);
        }
        return job;
    }

    /** Ends the work for a transcript that nobody wants any more, if this node does it. */
    void cancel(UUID transcript) {
        Running job = running.get(transcript);
        if (job != null) {
            job.cancel.cancel(Reason.REQUESTED);
        }
    }

    /** Ends all work, now and from now on: this node stops. */
    void stop() {
        stopping = true;
        running.values().forEach(job -> job.cancel.cancel(Reason.STOPPING));
    }

    /** The transcripts that are worked on. */
    Set<UUID> transcripts() {
        return running.keySet().stream().collect(Collectors.toSet());
    }

    /** What has changed since the last call, in per cent. */
    Map<UUID, Integer> news() {
        Map<UUID, Integer> news = new HashMap<>();
        running.forEach((transcript, job) -> {
            int now = job.percent;
            if (now != job.told) {
                job.told = now;
                news.put(transcript, now);
            }
        });
        return news;
    }
}
