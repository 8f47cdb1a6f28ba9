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
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import stt.accounts.Caller;
import stt.accounts.Limits;
import stt.inference.Models;
import stt.transcripts.TranscribeUpload;
import stt.transcripts.Transcribed;
import stt.transcripts.Upload;
import stt.web.access.CurrentCaller;
import stt.web.http.ClientWatch;
import stt.web.http.RequestId;
import stt.web.uploads.UploadForm;
import stt.web.uploads.UploadReader;

/** {@code POST /v1/transcribe}. */
@Path("v1/transcribe")
public class TranscribeResource {

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
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    /** Reads the upload, and answers once it is transcribed. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, "application/x-subrip", "text/vtt"})
    public void post(@Context HttpServletRequest request, @Suspended AsyncResponse answer) {
        if (request.getContentType() == null) { // JAX-RS takes a body of no type for one of any type
            throw new NotSupportedException();
        }
        Instant received = clock.instant();
        Caller caller = CurrentCaller.of(request);
        long largest = limits.of(caller.tier()).largestFile();
        UploadForm form = reader.read(new JakartaServletRequestContext(request), largest);
        try {
            TranscribeFields fields = TranscribeFields.of(form.fields());
            models.named(fields.request().model());
            String title = form.name().isEmpty() ? UNTITLED : form.name();
            Upload upload = new Upload(form.file().path(), title, received, fields.request());
            WaitingClient client = new WaitingClient(RequestId.of(request), watch.of(request), answer);
            executor.execute(() -> client.serve(form, cancel -> {
                Transcribed done = transcribe.run(caller, upload, cancel);
                return answer(done, fields.format());
            }));
        } catch (RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private static Response answer(Transcribed done, ResponseFormat format) {
        Response.ResponseBuilder answer = Response.ok(format.render(done.transcript()), format.type())
                .header("X-Model", done.transcript().model());
        done.id().ifPresent(id -> answer.header("X-Transcript-Id", id));
        return answer.build();
    }
}
