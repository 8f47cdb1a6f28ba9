package stt.transcripts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a run may take, by the clock. Thread-safe. */
@ApplicationScoped
public class Deadlines {

    @Inject
    @ConfigProperty(name = "stt.transcription.deadline-factor")
    private int factor;

    @Inject
    @ConfigProperty(name = "stt.transcription.deadline-minimum")
    private Duration minimum;

    @Inject
    @ConfigProperty(name = "stt.audio.max-duration")
    private Duration longestAudio;

    /** For audio of {@code length}; when nobody knows it, as for the longest that is accepted. */
    public Duration forAudio(Optional<Duration> length) {
        return of(length.orElse(longestAudio), factor, minimum);
    }

    static Duration of(Duration length, int factor, Duration minimum) {
        Duration scaled = length.multipliedBy(factor);
        return scaled.compareTo(minimum) < 0 ? minimum : scaled;
    }
}
