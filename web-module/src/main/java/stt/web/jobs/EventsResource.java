package stt.web.jobs;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.jobs.JobStatus;
import stt.jobs.Jobs;
import stt.web.access.CurrentCaller;
import stt.web.errors.ErrorJson;
import stt.web.http.ClientWatch;
import stt.web.openapi.DocumentFilter;

/** {@code GET /api/v1/transcripts/:id/events/}. */
@Path("api/v1/transcripts/{id}/events")
@Tag(name = "Transcripts")
@SecurityRequirement(name = DocumentFilter.KEY)
public class EventsResource {

    @EJB
    private Jobs jobs;

    @Inject
    private ClientWatch watch;

    @Inject
    @ConfigProperty(name = "stt.jobs.report-every")
    private Duration every;

    @Resource
    private ManagedScheduledExecutorService timers;

    /** Tells how the transcript stands, at once and whenever that changes, until it has ended. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "transcriptEvents",
            summary = "Follow a transcript's progress",
            description =
                    "Server-sent events, each named after the status (queued, processing, completed, failed, cancelled), with"
                            + " data like {\"id\", \"status\", \"position\", \"progress\", \"error\"} in JSON. After one with a final"
                            + " status, the server closes. Comments keep the connection alive.")
    @APIResponse(
            responseCode = "200",
            description = "Events.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "The account has no such transcript.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErrorJson.class)))
    public void follow(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @Context SseEventSink sink,
            @Context Sse sse) {
        UUID account = CurrentCaller.of(request).account().orElseThrow(NotFoundException::new);
        UUID transcript = uuid(id);
        JobStatus first = jobs.status(account, transcript);
        EventStream stream = new EventStream(transcript, sink, sse, () -> jobs.status(account, transcript));
        stream.begin(first, timers, every, watch.of(request));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
