package stt.web.access;

import java.util.Set;

/** What anybody may call without a key, as the contract lists it. */
final class PublicPaths {

    private static final Set<String> PUBLIC_API =
            Set.of("/v1/models", "/v1/languages", "/v1/transcribe", "/v1/stream", "/api/v1/signup");

    private PublicPaths() {}

    /** Whether {@code path}, decoded and from the root, needs no key. Outside of the API nothing does. */
    static boolean include(String path) {
        if (!isApi(path)) {
            return true;
        }
        return PUBLIC_API.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static boolean isApi(String path) {
        return path.equals("/v1") || path.startsWith("/v1/") || path.equals("/api") || path.startsWith("/api/");
    }
}
