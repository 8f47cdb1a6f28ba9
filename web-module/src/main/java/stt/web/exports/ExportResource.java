package stt.web.exports;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.transcripts.Library;
import stt.transcripts.StoredTranscript.Status;
import stt.web.errors.Unfinished;
import stt.web.json.Texts;
import stt.web.library.FileName;
import stt.web.library.KeptTranscriptJson;
import stt.web.library.OwnTranscript;
import stt.web.library.TranscriptStream;
import stt.web.openapi.DocumentFilter;

/** {@code /api/v1/transcripts/:id/export/:format/}. */
@Path("api/v1/transcripts/{id}/export/{format}")
@Tag(name = "Transcripts")
@SecurityRequirement(name = DocumentFilter.KEY)
public class ExportResource {

    @EJB
    private Library library;

    @Inject
    private FontFolders fonts;

    /** The transcript as a file, written while it is read. */
    @GET
    @Operation(
            operationId = "exportTranscript",
            summary = "A transcript as a file",
            description =
                    "As it was edited, with title, date, speakers and times, as far as the format has a place for them.")
    @Parameter(
            name = "format",
            in = ParameterIn.PATH,
            required = true,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"txt", "srt", "vtt", "json", "csv", "docx", "pdf"}))
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "Its name: the title with the format's extension.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = KeptTranscriptJson.class)),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-subrip", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/vtt", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "There is no such format.")
    @APIResponse(responseCode = "401", description = "The key is missing, wrong or revoked.")
    @APIResponse(responseCode = "404", description = "There is no such transcript, or it is somebody else's.")
    @APIResponse(responseCode = "409", description = "The transcript is not completed.")
    public Response get(
            @Context HttpServletRequest request, @PathParam("id") String id, @PathParam("format") String name) {
        TranscriptStream transcript = TranscriptStream.of(library, OwnTranscript.of(request, id), OptionalInt.empty());
        ExportFormat format = ExportFormat.named(name);
        Status status = transcript.detail().summary().status();
        if (status != Status.COMPLETED) {
            throw new Unfinished(Texts.of(status));
        }
        Export export = new Export(transcript, fonts);
        StreamingOutput body = out -> format.write(export, out);
        return Response.ok(body, format.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(export.title(), format.extension()).disposition("attachment"))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
