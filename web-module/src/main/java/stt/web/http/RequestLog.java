package stt.web.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/** One line per request: id, method, path (never its query, which may hold a token), status, time. */
final class RequestLog implements AsyncListener {

    private static final System.Logger LOG = System.getLogger("stt.web.requests");

    private final String line;
    private final HttpServletResponse response;
    private final long started;

    private RequestLog(HttpServletRequest request, HttpServletResponse response, long started) {
        this.line = RequestId.of(request) + " " + request.getMethod() + " " + request.getRequestURI();
        this.response = response;
        this.started = started;
    }

    /** Logs now, or once an asynchronous answer is complete. {@code started} is from {@link System#nanoTime}. */
    static void whenDone(HttpServletRequest request, HttpServletResponse response, long started) {
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        RequestLog log = new RequestLog(request, response, started);
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(log);
        } else {
            log.write();
        }
    }

    private void write() {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        LOG.log(Level.INFO, line + " " + response.getStatus() + " " + millis + " ms");
    }

    @Override
    public void onComplete(AsyncEvent event) {
        write();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
