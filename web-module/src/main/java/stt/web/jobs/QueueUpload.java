package stt.web.jobs;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import stt.idempotency.Answer;
import stt.inference.api.CancelToken;
import stt.jobs.QueueTranscription;
import stt.jobs.Queued;
import stt.web.idempotency.OncePerKey;
import stt.web.json.Json;
import stt.web.limits.RateLimitHeaders;

/** Answers a request whose client does not wait for the transcript. Thread-safe. */
@ApplicationScoped
public class QueueUpload {

    @EJB
    private QueueTranscription queue;

    /** 202 with where to find the transcript; with a key, the answer is stored in the transaction that queues the job. */
    public Response answer(QueueTranscription.Asked asked, CancelToken cancel, OncePerKey.Keeper keeper) {
        Queued queued = queue.run(
                asked,
                cancel,
                result -> keeper.keep(() -> new Answer(
                        Response.Status.ACCEPTED.getStatusCode(),
                        MediaType.APPLICATION_JSON,
                        headers(result),
                        Json.FORMAT.toJson(QueuedJson.of(result)).getBytes(StandardCharsets.UTF_8))));
        Response.ResponseBuilder answer =
                Response.accepted(QueuedJson.of(queued)).type(MediaType.APPLICATION_JSON);
        headers(queued).forEach(answer::header);
        RateLimitHeaders.of(queued.standing()).forEach(answer::header);
        return answer.build();
    }

    private static Map<String, String> headers(Queued queued) {
        return new TreeMap<>(Map.of(
                "Location", QueuedJson.of(queued).url(),
                "Preference-Applied", RespondAsync.NAME,
                "X-Transcript-Id", queued.transcript().toString()));
    }
}
