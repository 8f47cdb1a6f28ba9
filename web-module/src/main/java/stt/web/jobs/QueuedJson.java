package stt.web.jobs;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.jobs.Queued;

/** A job that was accepted. */
@Schema(
        name = "QueuedTranscript",
        requiredProperties = {"id", "status", "url", "position"})
public record QueuedJson(
        @Schema(description = "Of the transcript.") String id,
        @Schema(description = "queued", enumeration = "queued") String status,
        @Schema(description = "Where the transcript is found, from now on.") String url,
        @Schema(description = "Its place in the queue, from 1 on.") int position) {

    static QueuedJson of(Queued queued) {
        return new QueuedJson(
                queued.transcript().toString(), "queued", address(queued.transcript()), queued.position());
    }

    private static String address(UUID transcript) {
        return "/api/v1/transcripts/" + transcript + "/";
    }
}
