package stt.web.library;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.jobs.Jobs;
import stt.transcripts.EditTranscripts;
import stt.transcripts.Library;
import stt.transcripts.RemoveTranscript;
import stt.transcripts.TranscriptEdit;
import stt.transcripts.TranscriptFilter;
import stt.transcripts.TranscriptPage;
import stt.web.json.Fields;
import stt.web.openapi.DocumentFilter;
import stt.web.paging.Page;
import stt.web.paging.Paging;

/** {@code /api/v1/transcripts/}. */
@Path("api/v1/transcripts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transcripts")
@SecurityRequirement(name = DocumentFilter.KEY)
@APIResponse(responseCode = "401", description = "The key is missing, wrong or revoked.")
public class TranscriptsResource {

    private static final String NOT_FOUND = "There is no such transcript, or it is somebody else's.";

    @EJB
    private Library library;

    @EJB
    private EditTranscripts edit;

    @EJB
    private RemoveTranscript remove;

    @EJB
    private Jobs jobs;

    @Inject
    private Paging pages;

    @Inject
    private Clock clock;

    /** A page of the account's transcripts, newest first. */
    @GET
    @Operation(
            operationId = "listTranscripts",
            summary = "List transcripts",
            description = "Newest first. A page beyond the last is empty. Parameters that are not listed are ignored.")
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            description = "From 1 on.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "page_size",
            in = ParameterIn.QUERY,
            description = "1 to 100; 20 if not given.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"queued", "processing", "completed", "failed", "cancelled"}))
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "A code that GET /v1/languages lists.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "date",
            in = ParameterIn.QUERY,
            description = "Made on this day (UTC).",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "date_from",
            in = ParameterIn.QUERY,
            description = "Made on this day (UTC) or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "date_to",
            in = ParameterIn.QUERY,
            description = "Made on this day (UTC) or earlier.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description =
                    "Words that all occur in the title or the text, in whatever case, with or without accents; a word that ends"
                            + " with * stands for all that begin so.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TranscriptListJson.class)))
    @APIResponse(responseCode = "400", description = "A parameter is malformed; \"code\" says which.")
    public TranscriptListJson list(@Context HttpServletRequest request, @Context UriInfo asked) {
        TranscriptFilter filter = ListFilters.of(asked.getQueryParameters());
        Page page = Page.of(request);
        TranscriptPage found = library.list(OwnTranscript.account(request), filter, page.skipped(), page.size());
        return TranscriptListJson.of(found, pages.place(page, request, found.count()));
    }

    /** One transcript with its segments, written while they are read. */
    @GET
    @Path("{id}")
    @Operation(
            operationId = "getTranscript",
            summary = "One transcript with its segments",
            description =
                    "Edits are shown, with what was recognized beside them. Until it is completed there are no segments.")
    @APIResponse(
            responseCode = "200",
            description = "The transcript.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeptTranscriptJson.class)))
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public Response get(@Context HttpServletRequest request, @PathParam("id") String id) {
        OwnTranscript own = OwnTranscript.of(request, id);
        StreamingOutput body = TranscriptStream.of(library, own, jobs.position(own.id()))::write;
        return Response.ok(body).build();
    }

    /** Renames the transcript, or speakers in all of it. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "editTranscript",
            summary = "Rename a transcript or its speakers",
            description = "The first title, and the labels that recognition gave, are kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "title",
                                                        type = SchemaType.STRING,
                                                        maxLength = 255),
                                                @SchemaProperty(
                                                        name = "speakers",
                                                        type = SchemaType.OBJECT,
                                                        description =
                                                                "New names, by what speakers are called now or were called by recognition.",
                                                        example = "{\"Speaker 1\": \"Anna\"}")
                                            })))
    @APIResponse(
            responseCode = "200",
            description = "The transcript, without text and segments.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeptTranscriptJson.class)))
    @APIResponse(responseCode = "400", description = "A field is malformed, or nobody is called so.")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public KeptTranscriptJson patch(@Context HttpServletRequest request, @PathParam("id") String id) {
        OwnTranscript own = found(request, id);
        TranscriptEdit wanted = Edits.ofTranscript(Fields.of(request).all());
        edit.edit(own.account(), own.id(), wanted, clock.instant());
        return KeptTranscriptJson.head(library.detail(own.account(), own.id()), jobs.position(own.id()));
    }

    /** Edits one segment. */
    @PATCH
    @Path("{id}/segments/{order}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "editSegment",
            summary = "Edit a segment's text or speaker",
            description = "What was recognized is kept; null brings it back.")
    @Parameter(
            name = "order",
            in = ParameterIn.PATH,
            required = true,
            description = "The segment's number, from 0 on.",
            schema = @Schema(type = SchemaType.INTEGER))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "text",
                                                        type = SchemaType.STRING,
                                                        nullable = true),
                                                @SchemaProperty(
                                                        name = "speaker",
                                                        type = SchemaType.STRING,
                                                        nullable = true,
                                                        maxLength = 100)
                                            })))
    @APIResponse(
            responseCode = "200",
            description = "The segment.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeptSegmentJson.class)))
    @APIResponse(responseCode = "400", description = "A field is malformed.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such transcript or segment, or it is somebody else's.")
    public KeptSegmentJson patchSegment(
            @Context HttpServletRequest request, @PathParam("id") String id, @PathParam("order") String order) {
        OwnTranscript own = found(request, id);
        int number = number(order);
        if (library.segments(own.account(), own.id(), number, 1).isEmpty()) {
            throw new NotFoundException();
        }
        return KeptSegmentJson.of(edit.edit(
                own.account(),
                own.id(),
                number,
                Edits.ofSegment(Fields.of(request).all()),
                clock.instant()));
    }

    /** Removes the transcript with its recording; work on it ends. */
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteTranscript",
            summary = "Remove a transcript with its recording",
            description = "One that is queued or processed is cancelled.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public void delete(@Context HttpServletRequest request, @PathParam("id") String id) {
        OwnTranscript own = OwnTranscript.of(request, id);
        remove.run(own.account(), own.id());
    }

    /** 404 comes before 400. */
    private OwnTranscript found(HttpServletRequest request, String id) {
        OwnTranscript own = OwnTranscript.of(request, id);
        library.summary(own.account(), own.id());
        return own;
    }

    private static int number(String order) {
        try {
            return Integer.parseUnsignedInt(order);
        } catch (NumberFormatException e) {
            throw new NotFoundException(e);
        }
    }
}
