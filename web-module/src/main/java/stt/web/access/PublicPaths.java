package stt.web.access;

import java.util.Set;

/** What anybody may call without a key, as the contract lists it. */
final class PublicPaths {

    private static final Set<String> PUBLIC_API =
            Set.of("/v1/models", "/v1/languages", "/v1/transcribe", "/v1/stream", "/api/v1/signup");

    /** The rest of signing up and signing in, by method: who is signed in already is asked and told the same path. */
    private static final Set<String> PUBLIC_CALLS = Set.of(
            "POST /api/v1/session",
            "POST /api/v1/verify-email",
            "POST /api/v1/password-reset",
            "POST /api/v1/password-reset/confirm");

    private PublicPaths() {}

    /** Whether {@code method} on {@code path}, decoded and from the root, needs no key. Outside of the API nothing does. */
    static boolean include(String method, String path) {
        if (!isApi(path) || method.equals("OPTIONS")) {
            return true;
        }
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PUBLIC_API.contains(plain) || PUBLIC_CALLS.contains(method + ' ' + plain);
    }

    /** Whether {@code path} belongs to the API. */
    static boolean isApi(String path) {
        return path.equals("/v1") || path.startsWith("/v1/") || path.equals("/api") || path.startsWith("/api/");
    }
}
