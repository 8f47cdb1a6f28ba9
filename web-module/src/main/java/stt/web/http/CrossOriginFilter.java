package stt.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Lets pages of other origins call the API with a key, as {@code stt.cors.allowed-origins} says; never with cookies (Fetch
 * standard, section 3.2).
 */
public class CrossOriginFilter implements Filter {

    private static final String EXPOSED = String.join(
            ", ",
            "X-Request-Id",
            "X-Model",
            "X-Transcript-Id",
            "X-Duration",
            "X-Generation-Time",
            "Retry-After",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "RateLimit-Policy",
            "Idempotent-Replayed",
            "Location");
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String HEADERS = "Authorization, Content-Type, Idempotency-Key, Prefer, X-Request-Id";
    private static final String A_DAY = "86400"; // seconds; browsers cap it to less

    @Inject
    private Config config;

    private Set<String> allowed = Set.of();

    @Override
    public void init(FilterConfig filter) {
        allowed = Set.copyOf(config.getOptionalValues("stt.cors.allowed-origins", String.class)
                .orElse(List.of()));
    }

    @Override
    public void doFilter(ServletRequest any, ServletResponse anyAnswer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) any;
        HttpServletResponse response = (HttpServletResponse) anyAnswer;
        if (isApi(request.getRequestURI())) {
            response.addHeader("Vary", "Origin");
            String origin = request.getHeader("Origin");
            if (origin != null && isAllowed(origin)) {
                response.setHeader("Access-Control-Allow-Origin", origin);
                response.setHeader("Access-Control-Expose-Headers", EXPOSED);
                if (isPreflight(request)) {
                    answerPreflight(response);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isAllowed(String origin) {
        return allowed.contains(origin) || allowed.contains("*");
    }

    private static boolean isApi(String path) {
        return path.startsWith("/v1/") || path.startsWith("/api/v1/");
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void answerPreflight(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", HEADERS);
        response.setHeader("Access-Control-Max-Age", A_DAY);
    }
}
