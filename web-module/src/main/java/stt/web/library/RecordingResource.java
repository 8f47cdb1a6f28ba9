package stt.web.library;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import stt.audio.Container;
import stt.recordings.Recording;
import stt.recordings.Recordings;
import stt.web.openapi.DocumentFilter;

/** {@code /api/v1/transcripts/:id/audio/}. */
@Path("api/v1/transcripts/{id}/audio")
@Tag(name = "Transcripts")
@SecurityRequirement(name = DocumentFilter.KEY)
public class RecordingResource {

    private static final int BUFFER = 64 << 10;

    @EJB
    private Recordings recordings;

    /** The recording, or the range of it that is asked for. */
    @GET
    @Operation(
            operationId = "getRecording",
            summary = "The recording of a transcript",
            description = "Where the operator has recordings kept. Ranges, ETag and If-Range are understood.")
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "One range of bytes, such as bytes=0-1023.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "If-Range", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "All of it, in the form in which it was sent.",
            content = @Content(mediaType = "audio/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The range.",
            content = @Content(mediaType = "audio/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The client has it already.")
    @APIResponse(responseCode = "401", description = "The key is missing, wrong or revoked.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such transcript, it is somebody else's, or its recording is not kept.")
    @APIResponse(responseCode = "416", description = "The range lies beyond the end.")
    public Response get(
            @Context HttpServletRequest request,
            @Context Request conditions,
            @PathParam("id") String id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange)
            throws IOException {
        OwnTranscript own = OwnTranscript.of(request, id);
        Recording recording = recordings.of(own.account(), own.id());
        EntityTag tag = new EntityTag(own.id().toString()); // a transcript's recording never changes
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        boolean whole = ifRange != null && !ifRange.equals('"' + tag.getValue() + '"');
        return answer(recording, whole ? null : range)
                .tag(tag)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(recording.title()).disposition("inline"))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Response.ResponseBuilder answer(Recording recording, @Nullable String header) throws IOException {
        long size = Files.size(recording.file());
        try {
            Optional<ByteRange> asked = ByteRange.of(header, size);
            ByteRange range = asked.orElse(new ByteRange(0, size - 1));
            StreamingOutput body = out -> copy(recording, range, out);
            Response.ResponseBuilder answer = asked.isPresent()
                    ? Response.status(Response.Status.PARTIAL_CONTENT).header("Content-Range", range.of(size))
                    : Response.ok();
            return answer.entity(body)
                    .type(type(recording.container()))
                    .header(HttpHeaders.CONTENT_LENGTH, range.length());
        } catch (ByteRange.Unsatisfiable e) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + size);
        }
    }

    private static void copy(Recording recording, ByteRange range, OutputStream out) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(recording.file())) {
            file.position(range.first());
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            for (long left = range.length(); left > 0; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                int count = file.read(buffer);
                if (count < 0) {
                    throw new EOFException("the recording is shorter than it was");
                }
                out.write(buffer.array(), 0, count);
                left -= count;
            }
        }
    }

    /** The registered types, and those that browsers know. */
    private static String type(Container container) {
        return switch (container) {
            case WAV, WAVE64 -> "audio/wav";
            case MP3 -> "audio/mpeg";
            case FLAC -> "audio/flac";
            case OGG -> "audio/ogg";
            case MP4 -> "video/mp4"; // also what has sound alone: players take either
            case AAC -> "audio/aac";
            case ASF -> "video/x-ms-asf";
            case MATROSKA -> "video/webm";
            case AVI -> "video/x-msvideo";
            case MPEG_PROGRAM_STREAM -> "video/mpeg";
            case MPEG_TRANSPORT_STREAM -> "video/mp2t";
        };
    }
}
