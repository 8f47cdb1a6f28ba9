package stt.recordings;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import stt.transcripts.TranscriptKept;
import stt.transcripts.TranscriptRemoved;
import stt.transcripts.Transcripts;

/** Keeps recordings when transcripts are stored, and lets them go with them. Thread-safe. */
@ApplicationScoped
public class KeepRecordings {

    @EJB
    private Transcripts transcripts;

    @Inject
    private RecordingSettings settings;

    @Inject
    private Clock clock;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /** Within the transaction that stores the transcript; when that is rolled back, nothing is left. */
    void keep(@Observes TranscriptKept kept) {
        if (!settings.keep()) {
            return;
        }
        RecordingFolder folder = settings.folder();
        long bytes = folder.place(kept.recording(), kept.id(), clock.instant());
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_ROLLEDBACK) {
                    folder.remove(kept.id());
                }
            }
        });
        transcripts.keepAudio(kept.id(), bytes);
    }

    /** What cannot be removed now, the sweep removes. */
    void remove(@Observes(during = TransactionPhase.AFTER_SUCCESS) TranscriptRemoved removed) {
        settings.folder().remove(removed.id());
    }
}
