package stt.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator decides about recordings. Thread-safe. */
@ApplicationScoped
public class RecordingSettings {

    @Inject
    @ConfigProperty(name = "stt.transcripts.keep-audio")
    private boolean keep;

    @Inject
    @ConfigProperty(name = "stt.transcripts.audio-dir")
    private String folder;

    @Inject
    @ConfigProperty(name = "stt.transcripts.sweep-every")
    private Duration sweepEvery;

    /** Whether recordings of new transcripts are kept. */
    boolean keep() {
        return keep;
    }

    RecordingFolder folder() {
        return new RecordingFolder(Path.of(folder));
    }

    Duration sweepEvery() {
        return sweepEvery;
    }
}
