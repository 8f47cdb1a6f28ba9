package stt.jobs;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import stt.transcripts.TranscriptRemoved;

/** Takes jobs back whose transcripts are removed. Thread-safe. */
@ApplicationScoped
public class StopRemovedJobs {

    @EJB
    private TakeBack takeBack;

    @Inject
    private JobFiles files;

    @Inject
    private RunningJobs running;

    private final Map<UUID, UUID> fileOf = new ConcurrentHashMap<>();

    void within(@Observes TranscriptRemoved removed) {
        Optional<Job> job = takeBack.run(removed.account(), removed.id());
        job.ifPresent(taken -> fileOf.put(removed.id(), taken.order().file()));
    }

    void afterwards(@Observes(during = TransactionPhase.AFTER_SUCCESS) TranscriptRemoved removed) {
        running.cancel(removed.id());
        Optional.ofNullable(fileOf.remove(removed.id())).ifPresent(files::remove);
    }

    void whenNothingCameOfIt(@Observes(during = TransactionPhase.AFTER_FAILURE) TranscriptRemoved removed) {
        fileOf.remove(removed.id());
    }
}
