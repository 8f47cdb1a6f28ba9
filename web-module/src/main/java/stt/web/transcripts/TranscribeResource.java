package stt.web.transcripts;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.Caller;
import stt.accounts.Limits;
import stt.inference.Models;
import stt.inference.api.CancelToken;
import stt.transcripts.TranscribeUpload;
import stt.transcripts.Transcribed;
import stt.transcripts.Upload;
import stt.web.access.ClientAddress;
import stt.web.access.CurrentCaller;
import stt.web.errors.ErrorJson;
import stt.web.http.ClientWatch;
import stt.web.http.RequestId;
import stt.web.idempotency.Fingerprint;
import stt.web.idempotency.IdempotencyKey;
import stt.web.idempotency.OncePerKey;
import stt.web.limits.RateLimitHeaders;
import stt.web.openapi.DocumentFilter;
import stt.web.uploads.UploadForm;
import stt.web.uploads.UploadReader;

/** {@code POST /v1/transcribe}. */
@Path("v1/transcribe")
public class TranscribeResource {

    private static final String SUBRIP = "application/x-subrip";
    private static final String WEBVTT = "text/vtt";
    private static final String PATH = "/v1/transcribe";
    private static final String UNTITLED = "Untitled";

    @EJB
    private TranscribeUpload transcribe;

    @EJB
    private Models models;

    @Inject
    private UploadReader reader;

    @Inject
    private ClientWatch watch;

    @Inject
    private Limits limits;

    @Inject
    private ClientAddress addresses;

    @Inject
    private OncePerKey oncePerKey;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    /** Reads the upload, and answers once it is transcribed. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, SUBRIP, WEBVTT})
    @Tag(name = "Transcription")
    @Operation(
            operationId = "transcribe",
            summary = "Transcribe a recording",
            description = "Without a key, the smallest limits apply and the transcript is kept nowhere.")
    @SecurityRequirement(name = DocumentFilter.KEY)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = TranscribeForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The transcript, as response_format asks for it.",
            headers = {
                @Header(
                        name = "X-Model",
                        description = "The model that really ran.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "X-Transcript-Id",
                        description = "Where the transcript is kept, for an account.",
                        schema = @Schema(type = SchemaType.STRING, format = "uuid"))
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = TranscriptJson.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = SUBRIP, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = WEBVTT, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "400",
            description = "A field is malformed, or the file is no recording; \"code\" says which.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "401",
            description = "The key is wrong or revoked.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "402",
            description = "The account's credits do not pay for it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "413",
            description = "The file is larger than the caller may send.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "429",
            description =
                    "A quota, a daily limit or the number of requests at a time is reached; Retry-After and RateLimit-* say more.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "503",
            description = "The model is not installed, still loading or busy; Retry-After says when to come back.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErrorJson.class)))
    public void post(@Context HttpServletRequest request, @Suspended AsyncResponse answer) {
        if (request.getContentType() == null) { // JAX-RS takes a body of no type for one of any type
            throw new NotSupportedException();
        }
        Instant received = clock.instant();
        Caller caller = CurrentCaller.of(request);
        Optional<String> key = IdempotencyKey.of(request);
        long largest = limits.of(caller.tier()).largestFile();
        UploadForm form = reader.read(new JakartaServletRequestContext(request), largest);
        try {
            TranscribeFields fields = TranscribeFields.of(form.fields());
            models.named(fields.request().model());
            String title = form.name().isEmpty() ? UNTITLED : form.name();
            Upload upload = new Upload(form.file().path(), title, received, addresses.of(request), fields.request());
            WaitingClient client = new WaitingClient(RequestId.of(request), watch.of(request), answer);
            executor.execute(() -> client.serve(
                    form,
                    cancel -> oncePerKey.answer(
                            key,
                            caller.account(),
                            () -> Fingerprint.of(PATH, form.fields(), form.name(), upload.file()),
                            keeper -> answer(caller, upload, fields.format(), cancel, keeper))));
        } catch (RuntimeException e) {
            form.close();
            throw e;
        }
    }

    /** With a key, the answer is stored in the transaction that stores the transcript and charges for it. */
    private Response answer(
            Caller caller, Upload upload, ResponseFormat format, CancelToken cancel, OncePerKey.Keeper keeper) {
        Transcribed done = transcribe.run(
                caller,
                upload,
                cancel,
                result -> keeper.keep(format.type(), headers(result), () -> format.bytes(result.transcript())));
        Response.ResponseBuilder answer = Response.ok(format.render(done.transcript()), format.type());
        headers(done).forEach(answer::header);
        RateLimitHeaders.of(done.standing()).forEach(answer::header);
        return answer.build();
    }

    private static Map<String, String> headers(Transcribed done) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-Model", done.transcript().model());
        done.id().ifPresent(id -> headers.put("X-Transcript-Id", id.toString()));
        return headers;
    }
}
