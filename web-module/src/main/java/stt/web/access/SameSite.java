package stt.web.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import stt.accounts.Session;
import stt.web.errors.CrossSiteRequest;
import stt.web.http.PublicAddress;

/**
 * Refuses what a browser was made to send by another site's page: it adds the cookie whoever asks. The browser itself says who
 * did, in {@code Sec-Fetch-Site} (Fetch Metadata) or, where that is missing, in {@code Origin}. Thread-safe.
 */
@Dependent
public class SameSite {

    /** The header with a session's token, for pages whose browser says neither. */
    public static final String TOKEN = "X-CSRF-Token";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none"); // none: the user, by the address bar

    private final PublicAddress address;

    @Inject
    SameSite(PublicAddress address) {
        this.address = address;
    }

    /**
     * A request that is signed in by {@code session}'s cookie must not change anything for another site.
     *
     * @throws CrossSiteRequest when nothing shows that it comes from a page of this server
     */
    void require(HttpServletRequest request, Session session) {
        if (changes(request) && !asker(request).orElseGet(() -> carriesToken(request, session))) {
            throw new CrossSiteRequest();
        }
    }

    /**
     * No other site may sign a browser in: its owner would work in somebody else's account. Programs, which say nothing of sites,
     * may.
     *
     * @throws CrossSiteRequest when another site asks
     */
    public void refuseOthers(HttpServletRequest request) {
        if (!asker(request).orElse(true)) {
            throw new CrossSiteRequest();
        }
    }

    /** Whether a page of this server asks, as the browser says; empty when it says nothing. */
    private Optional<Boolean> asker(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .map(OWN::contains)
                .or(() ->
                        Optional.ofNullable(request.getHeader("Origin")).map(origin -> address.isOwn(origin, request)));
    }

    /** A WebSocket begins with GET, and can do anything afterwards. */
    private static boolean changes(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod()) || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private static boolean carriesToken(HttpServletRequest request, Session session) {
        String token = Optional.ofNullable(request.getHeader(TOKEN)).orElse("");
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), session.csrfToken().getBytes(StandardCharsets.UTF_8));
    }
}
