package stt.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import stt.web.http.RequestId;
import stt.web.http.UnreadBody;
import stt.web.json.Json;

/** Writes a {@link Problem} where no JAX-RS is around: in filters, and for the container's own refusals. */
public final class ErrorAnswer {

    private static final System.Logger LOG = System.getLogger(ErrorAnswer.class.getName());

    private ErrorAnswer() {}

    /** Answers {@code request} with {@code problem}, unless the answer has begun already. */
    public static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/json");
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        headers(problem).forEach(response::setHeader);
        if (UnreadBody.mustGo(request)) {
            response.setHeader("Connection", "close");
        }
        byte[] body = Json.FORMAT
                .toJson(new ErrorJson(problem.sentence(), problem.code(), RequestId.of(request)))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Writes down what nobody expected, with the request that met it. */
    static void log(HttpServletRequest request, Throwable failure) {
        LOG.log(Level.ERROR, () -> "Request " + RequestId.of(request) + " failed", failure);
    }

    static Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        problem.retryAfter()
                .ifPresent(wait -> headers.put("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
        headers.putAll(problem.headers());
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        return headers;
    }
}
