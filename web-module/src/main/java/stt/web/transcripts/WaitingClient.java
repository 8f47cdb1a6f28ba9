package stt.web.transcripts;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;
import stt.web.http.ClientConnection;
import stt.web.http.ServingThread;
import stt.web.uploads.UploadForm;

/**
 * A client that waits for its transcript. When it goes away, the work for it ends.
 *
 * @param requestId for the log
 * @param watch how the client is watched while the work runs; it gets what to do when it goes away
 * @param answer resumed exactly once
 */
record WaitingClient(String requestId, Function<Runnable, ClientConnection.Watch> watch, AsyncResponse answer) {

    /** Does {@code work}, answers with its result or its error, and removes {@code form}'s file, whatever happens. */
    void serve(UploadForm form, Function<CancelToken, Response> work) {
        ServingThread named = new ServingThread(requestId);
        try (named) {
            Object result = result(form, work);
            if (result instanceof Throwable failure) {
                answer.resume(failure);
            } else {
                answer.resume(result);
            }
        }
    }

    /**
     * A response or an error. The file is gone before the client hears of either, and the watching has ended: the
     * connection's next request has a watch of its own.
     */
    private Object result(UploadForm form, Function<CancelToken, Response> work) {
        CancelToken cancel = new CancelToken();
        ClientConnection.Watch watching = watch.apply(() -> cancel.cancel(Reason.DISCONNECTED));
        try (watching;
                form) {
            return work.apply(cancel);
        } catch (Throwable e) { // whatever it is, the client must hear of it
            return e;
        }
    }
}
