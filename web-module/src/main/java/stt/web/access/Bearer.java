package stt.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import stt.accounts.InvalidApiKey;

/** The token of an {@code Authorization} header (RFC 6750, section 2.1). */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /**
     * The token that {@code request} presents; empty when it has no {@code Authorization} header.
     *
     * @throws InvalidApiKey when there is a header that is something else, or more than one
     */
    static Optional<String> of(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        String header = headers.get(0);
        if (headers.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new InvalidApiKey();
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }
}
