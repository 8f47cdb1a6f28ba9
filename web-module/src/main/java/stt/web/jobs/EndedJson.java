package stt.web.jobs;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook's body, for the OpenAPI document alone: {@link stt.jobs.Callbacks} writes it. */
@Schema(
        name = "TranscriptEnded",
        requiredProperties = {"type", "timestamp", "data"})
public record EndedJson(
        @Schema(description = "transcript.completed, transcript.failed or transcript.cancelled") String type,
        @Schema(description = "When it happened.", format = "date-time") String timestamp,
        @Schema(
                        description =
                                "The transcript: id, status, title, model, created, language, duration in seconds, error, and"
                                        + " the url where it is found.")
                Object data) {}
