package stt.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import stt.transcripts.TranscriptionRequest;

/**
 * A transcription that waits or runs.
 *
 * @param transcript that waits for it; also the job's own id
 * @param account that pays
 * @param order what is to be done
 * @param reservation that is held for it
 * @param turn when it is done
 * @param attempts what has become of it so far
 */
public record Job(UUID transcript, UUID account, Order order, UUID reservation, Turn turn, Attempts attempts) {

    /**
     * What is to be done.
     *
     * @param file name of the recording in the folder of jobs
     * @param request how to transcribe it
     * @param callback where to tell of the end
     * @param received when the request for it came
     */
    public record Order(UUID file, TranscriptionRequest request, Optional<String> callback, Instant received) {}

    /**
     * What has become of a job so far.
     *
     * @param count tries that have begun and count
     * @param run the one under way; empty while the job waits
     * @param lastError why the last one ended, in a sentence for the job's owner
     */
    public record Attempts(int count, Optional<UUID> run, Optional<String> lastError) {

        static final Attempts NONE = new Attempts(0, Optional.empty(), Optional.empty());
    }

    /** The try under way, of a job that runs. */
    UUID run() {
        return attempts.run().orElseThrow();
    }
}
