package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that the contract does not list as public answers 401 without a key; the routes come from the document. */
class PublicRoutesIT {

    private static final Set<String> PUBLIC = Set.of(
            "GET /v1/models",
            "GET /v1/languages",
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "POST /v1/transcribe",
            "POST /api/v1/signup",
            "POST /api/v1/verify-email",
            "POST /api/v1/password-reset",
            "POST /api/v1/password-reset/confirm",
            "POST /api/v1/session");

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "DELETE");

    private static final Api API = SharedServer.api();

    static List<String> closed() {
        return ApiDocument.of(API).operations().stream()
                .filter(operation -> !PUBLIC.contains(operation))
                .toList();
    }

    static Set<String> open() {
        return PUBLIC;
    }

    @Test
    void whatIsPublicIsInTheDocument() {
        assertThat(ApiDocument.of(API).operations()).containsAll(PUBLIC);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void isClosedWithoutAKey(String operation) {
        HttpResponse<String> answer = call(API.anonymous(), operation);

        assertError(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @MethodSource("closed")
    void isClosedToAKeyThatIsNone(String operation) {
        assertError(call(API.withKey("stt_nonsense"), operation), 401);
    }

    @ParameterizedTest
    @MethodSource("open")
    void isOpenToAnybody(String operation) {
        HttpResponse<String> answer = call(API.anonymous(), operation);

        assertThat(answer.statusCode()).as(answer.body()).isNotIn(401, 403, 404);
    }

    private static HttpResponse<String> call(Api api, String operation) {
        String[] parts = operation.split(" ", 2);
        String path = parts[1].replaceAll("\\{[^}]*}", "8f14e45f-ceea-467f-a0c2-0123456789ab");
        return api.send(parts[0], path, WITHOUT_BODY.contains(parts[0]) ? "" : "{}");
    }
}
