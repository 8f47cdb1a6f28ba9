package stt.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.transcripts.Library;
import stt.transcripts.StoredTranscript.Status;
import stt.transcripts.TranscriptSummary;
import stt.webhooks.Webhooks;

/** Tells accounts' receivers how transcripts ended. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Callbacks {

    private static final double SECOND = 1_000;

    @EJB
    private Library library;

    @EJB
    private Webhooks webhooks;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "stt.web.public-url")
    private String publicUrl;

    /** Has {@code url} told, once the caller's transaction has committed, that the transcript ended as its status says. */
    public void tell(UUID account, UUID transcript, String url) {
        TranscriptSummary summary = library.summary(account, transcript);
        tell(account, summary, summary.status(), url);
    }

    /** Has {@code url} told, once the caller's transaction has committed, that the transcript was taken back. */
    public void tellOfCancelling(UUID account, UUID transcript, String url) {
        tell(account, library.summary(account, transcript), Status.CANCELLED, url);
    }

    private void tell(UUID account, TranscriptSummary transcript, Status status, String url) {
        String address = publicUrl.replaceAll("/+$", "") + "/api/v1/transcripts/" + transcript.id() + "/";
        webhooks.queue(account, url, body(transcript, status, address, clock.instant()));
    }

    static String body(TranscriptSummary transcript, Status status, String address, Instant now) {
        String name = status.name().toLowerCase(Locale.ROOT);
        JsonObjectBuilder data = Json.createObjectBuilder()
                .add("id", transcript.id().toString())
                .add("status", name)
                .add("title", transcript.title())
                .add("model", transcript.model())
                .add("created", transcript.created().toString());
        transcript.language().ifPresent(language -> data.add("language", language));
        transcript.duration().ifPresent(duration -> data.add("duration", duration.toMillis() / SECOND));
        transcript.error().ifPresent(error -> data.add("error", error));
        data.add("url", address);
        return Json.createObjectBuilder()
                .add("type", "transcript." + name)
                .add("timestamp", now.toString())
                .add("data", data)
                .build()
                .toString();
    }
}
