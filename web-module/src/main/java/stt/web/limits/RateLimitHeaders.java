package stt.web.limits;

import java.util.Map;
import java.util.TreeMap;
import stt.credits.Standing;

/** A {@link Standing} in the headers of draft-ietf-httpapi-ratelimit-headers-06. */
public final class RateLimitHeaders {

    private RateLimitHeaders() {}

    /** The headers by name. */
    public static Map<String, String> of(Standing standing) {
        long window = Math.max(1, standing.window().toSeconds());
        return new TreeMap<>(Map.of(
                "RateLimit-Limit", Long.toString(standing.limit()),
                "RateLimit-Remaining", Long.toString(standing.remaining()),
                "RateLimit-Reset", Long.toString(Math.max(1, standing.reset().toSeconds())),
                "RateLimit-Policy", standing.limit() + ";w=" + window));
    }
}
