package stt.web.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The outermost of our filters: gives a request its id, its log line, and its body's rest an end. */
public class RequestFilter implements Filter {

    @Override
    public void doFilter(ServletRequest any, ServletResponse anyAnswer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) any;
        HttpServletResponse response = (HttpServletResponse) anyAnswer;
        String id = RequestId.of(request);
        response.setHeader(RequestId.HEADER, id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        ClientConnection.remember(request);
        long started = System.nanoTime();
        ServingThread named = new ServingThread(id);
        try (named) {
            serve(request, response, chain, started);
        }
    }

    private static void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain, long started)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
            UnreadBody.discard(request, response);
        } finally {
            RequestLog.whenDone(request, response, started);
        }
    }
}
