package stt.web.jobs;

import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.jobs.JobStatus;

/** The data of an event. */
@Schema(
        name = "TranscriptProgress",
        requiredProperties = {"id", "status"})
public record ProgressJson(
        @Schema(description = "Of the transcript.") String id,
        @Schema(description = "queued, processing, completed, failed or cancelled") String status,
        @Schema(description = "Its place in the queue, from 1 on, while it is queued.") @Nullable Integer position,
        @Schema(description = "Per cent, while it is processing.") @Nullable Integer progress,
        @Schema(description = "Why it failed.") @Nullable String error) {

    static ProgressJson of(UUID transcript, JobStatus status) {
        return new ProgressJson(
                transcript.toString(),
                status.status().name().toLowerCase(Locale.ROOT),
                status.position().isPresent() ? status.position().getAsInt() : null,
                status.progress().isPresent() ? status.progress().getAsInt() : null,
                status.error().orElse(null));
    }

    static ProgressJson removed(UUID transcript) {
        return new ProgressJson(transcript.toString(), "cancelled", null, null, null);
    }
}
