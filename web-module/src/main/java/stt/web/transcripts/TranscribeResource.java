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
import org.eclipse.microprofile.openapi.annotations.callbacks.Callback;
import org.eclipse.microprofile.openapi.annotations.callbacks.CallbackOperation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.Caller;
import stt.accounts.InvalidApiKey;
import stt.accounts.Limits;
import stt.idempotency.Answer;
import stt.inference.Models;
import stt.inference.api.CancelToken;
import stt.jobs.Callbacks;
import stt.jobs.QueueTranscription.Asked;
import stt.transcripts.TranscribeUpload;
import stt.transcripts.Transcribed;
import stt.transcripts.Upload;
import stt.web.access.ClientAddress;
import stt.web.access.CurrentCaller;
import stt.web.errors.ErrorJson;
import stt.web.errors.InvalidRequest;
import stt.web.http.ClientWatch;
import stt.web.http.RequestId;
import stt.web.idempotency.Fingerprint;
import stt.web.idempotency.IdempotencyKey;
import stt.web.idempotency.OncePerKey;
import stt.web.jobs.EndedJson;
import stt.web.jobs.QueueUpload;
import stt.web.jobs.QueuedJson;
import stt.web.jobs.RespondAsync;
import stt.web.limits.RateLimitHeaders;
import stt.web.openapi.DocumentFilter;
import stt.web.uploads.UploadForm;
import stt.web.uploads.UploadReader;
import stt.webhooks.Webhooks;

/** {@code POST /v1/transcribe}. */
@Path("v1/transcribe")
public class TranscribeResource {

    private static final String SUBRIP = "application/x-subrip";
    private static final String WEBVTT = "text/vtt";
    private static final String PATH = "/v1/transcribe";
    private static final String UNTITLED = "Untitled";
    private static final int OK = 200;

    @EJB
    private TranscribeUpload transcribe;

    @EJB
    private Models models;

    @EJB
    private Webhooks webhooks;

    @EJB
    private Callbacks callbacks;

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
    private QueueUpload queue;

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
            description =
                    "Without a key, the smallest limits apply and the transcript is kept nowhere. With a key and the"
                            + " header Prefer: respond-async, the answer is 202 at once, and the recording is transcribed in its turn.")
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
            responseCode = "202",
            description = "The recording is queued: the answer to Prefer: respond-async.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the transcript is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueuedJson.class)))
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
                    "A quota, a daily limit or the number of requests at a time is reached, or the queue is full; Retry-After and"
                            + " RateLimit-* say more.",
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
    @Callback(
            name = "transcriptEnded",
            callbackUrlExpression = "{$request.body#/callback_url}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "A transcript has ended",
                            description =
                                    "Standard Webhooks: webhook-id stays the same when a message is sent again, webhook-timestamp is"
                                            + " in seconds, webhook-signature has \"v1,\" and the base64 of HMAC-SHA256 over"
                                            + " id.timestamp.body for each secret that signs now. Any status from 200 to 299 takes the"
                                            + " message, 410 refuses it for good, all else has it sent again for a day.",
                            requestBody =
                                    @RequestBody(
                                            content =
                                                    @Content(
                                                            mediaType = MediaType.APPLICATION_JSON,
                                                            schema = @Schema(implementation = EndedJson.class))),
                            responses = @APIResponse(responseCode = "200", description = "The message is taken.")))
    public void post(@Context HttpServletRequest request, @Suspended AsyncResponse answer) {
        if (request.getContentType() == null) { // JAX-RS takes a body of no type for one of any type
            throw new NotSupportedException();
        }
        Instant received = clock.instant();
        Caller caller = CurrentCaller.of(request);
        Optional<String> key = IdempotencyKey.of(request);
        boolean async = RespondAsync.isPreferred(request);
        if (async && caller.account().isEmpty()) {
            throw new InvalidApiKey();
        }
        long largest = limits.of(caller.tier()).largestFile();
        UploadForm form = reader.read(new JakartaServletRequestContext(request), largest);
        try {
            TranscribeFields fields = TranscribeFields.of(form.fields());
            models.named(fields.request().model());
            fields.callback().ifPresent(url -> checkCallback(caller, url));
            String title = form.name().isEmpty() ? UNTITLED : form.name();
            Upload upload = new Upload(form.file().path(), title, received, addresses.of(request), fields.request());
            WaitingClient client = new WaitingClient(RequestId.of(request), watch.of(request), answer);
            executor.execute(() -> client.serve(
                    form,
                    cancel -> oncePerKey.answer(
                            key,
                            caller.account(),
                            () -> Fingerprint.of(
                                    PATH + (async ? " " + RespondAsync.NAME : ""),
                                    form.fields(),
                                    form.name(),
                                    upload.file()),
                            keeper -> async
                                    ? queue.answer(new Asked(caller, upload, fields.callback()), cancel, keeper)
                                    : answer(new Waited(caller, upload, fields), cancel, keeper))));
        } catch (RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private void checkCallback(Caller caller, String url) {
        webhooks.check(
                caller.account()
                        .orElseThrow(() -> new InvalidRequest(
                                "callback_needs_key",
                                "callback_url needs an API key: messages are signed with a secret of its account.")),
                url);
    }

    private record Waited(Caller caller, Upload upload, TranscribeFields fields) {}

    /** With a key, the answer is stored in the transaction that stores the transcript and charges for it. */
    private Response answer(Waited asked, CancelToken cancel, OncePerKey.Keeper keeper) {
        ResponseFormat format = asked.fields().format();
        Transcribed done = transcribe.run(asked.caller(), asked.upload(), cancel, result -> {
            asked.fields()
                    .callback()
                    .ifPresent(url -> callbacks.tell(
                            asked.caller().account().orElseThrow(), result.id().orElseThrow(), url));
            keeper.keep(() -> new Answer(OK, format.type(), headers(result), format.bytes(result.transcript())));
        });
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
