package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stt.blackbox.SqlAccounts.Made;

/**
 * For every route with an id, another account's key gets what it would get for an id that nothing has, and nothing changes.
 *
 * <p>A new route is one more line in {@link #ROUTES}; without it a test fails, since the routes come from the published document.
 */
abstract class IsolationContract {

    private static final Route[] ROUTES = {
        of("DELETE /api/v1/keys/{id}", Thing.KEY, ""),
        of("GET /api/v1/transcripts/{id}", Thing.TRANSCRIPT, ""),
        of("PATCH /api/v1/transcripts/{id}", Thing.TRANSCRIPT, "{\"title\": \"mine\"}"),
        of("DELETE /api/v1/transcripts/{id}", Thing.TRANSCRIPT, ""),
        of("PATCH /api/v1/transcripts/{id}/segments/{order}", Thing.TRANSCRIPT, "{\"text\": \"mine\"}"),
        of("GET /api/v1/transcripts/{id}/export/{format}", Thing.TRANSCRIPT, ""),
        of("GET /api/v1/transcripts/{id}/events", Thing.TRANSCRIPT, ""),
        of("GET /api/v1/transcripts/{id}/audio", Thing.TRANSCRIPT, ""),
        forAdministrators("GET /api/v1/admin/accounts/{id}", Thing.ACCOUNT, ""),
        forAdministrators("PATCH /api/v1/admin/accounts/{id}", Thing.ACCOUNT, "{\"plan\": \"paid\"}"),
        forAdministrators("GET /api/v1/admin/accounts/{id}/credits", Thing.ACCOUNT, ""),
        forAdministrators("POST /api/v1/admin/accounts/{id}/credits", Thing.ACCOUNT, "{\"credits\": 5}"),
        forAdministrators("GET /api/v1/admin/cloud/{id}", Thing.INSTANCE, ""),
        forAdministrators("PATCH /api/v1/admin/cloud/{id}", Thing.INSTANCE, "{\"region\": \"Paris\"}"),
        forAdministrators("DELETE /api/v1/admin/cloud/{id}", Thing.INSTANCE, ""),
        forAdministrators("GET /api/v1/admin/models/{id}", Thing.MODEL, ""),
        forAdministrators("DELETE /api/v1/admin/models/{id}", Thing.MODEL, ""),
        forAdministrators("POST /api/v1/admin/models/{id}/install", Thing.MODEL, "{\"precision\": \"nb8\"}"),
        forAdministrators("POST /api/v1/admin/models/{id}/verify", Thing.MODEL, ""),
    };

    /** What an id belongs to, and how an account gets one. */
    private interface Thing {
        Thing ACCOUNT = (server, owner) -> owner.id();
        Thing KEY = (server, owner) -> server.accounts().keyOf(owner.id());
        Thing INSTANCE = (server, owner) -> server.accounts().instance(owner.id());
        Thing MODEL = (server, owner) -> server.models().addEmpty();
        Thing TRANSCRIPT = (server, owner) -> SqlTranscripts.whole(server, owner.id());

        UUID makeFor(ContractServer server, Made owner);
    }

    /**
     * A route with an id in its path.
     *
     * @param operation method and path, as in the document; {@code {id}} is the thing's
     * @param body that would do something for the owner
     * @param refusal status for everybody who may not
     */
    private record Route(String operation, Thing thing, String body, int refusal) {

        HttpResponse<String> call(Api api, UUID id) {
            String[] parts = operation.split(" ", 2);
            return api.send(
                    parts[0],
                    parts[1].replace("{id}", id.toString())
                                    .replace("{order}", "0")
                                    .replace("{format}", "txt") + "/",
                    body);
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    private static Route of(String operation, Thing thing, String body) {
        return new Route(operation, thing, body, 404);
    }

    private static Route forAdministrators(String operation, Thing thing, String body) {
        return new Route(operation, thing, body, 403);
    }

    static List<Route> routes() {
        return List.of(ROUTES);
    }

    private final ContractServer server;
    private final Api api;
    private final SqlAccounts accounts;

    IsolationContract(ContractServer server) {
        this.server = server;
        this.api = server.api();
        this.accounts = server.accounts();
    }

    @Test
    void everyRouteWithAnIdIsInTheTable() {
        Set<String> published = ApiDocument.of(api).operations().stream()
                .filter(operation -> operation.contains("{"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes().stream().map(Route::operation)).containsExactlyInAnyOrderElementsOf(published);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anotherAccountIsRefusedAndNothingChanges(Route route) {
        Made owner = accounts.make("PAID");
        UUID id = route.thing().makeFor(server, owner);
        Api other = api.withKey(accounts.make("PAID").key());
        List<String> before = accounts.rowsOf(owner.id());

        HttpResponse<String> answer = route.call(other, id);

        assertError(answer, route.refusal());
        assertThat(withoutRequestId(answer)).isEqualTo(withoutRequestId(route.call(other, UUID.randomUUID())));
        assertThat(accounts.rowsOf(owner.id())).isEqualTo(before).isNotEmpty();
    }

    /** So that a refusal means something. */
    @ParameterizedTest
    @MethodSource("routes")
    void whoMayIsServed(Route route) {
        Made owner = accounts.make("PAID");
        UUID id = route.thing().makeFor(server, owner);
        Api allowed = route.refusal() == 403 ? api : api.withKey(owner.key());

        HttpResponse<String> answer = route.call(allowed, id);

        assertThat(answer.statusCode())
                .as(answer.body())
                .isNotIn(401, 403, 404, 405)
                .isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyIsServedWithoutAKey(Route route) {
        Made owner = accounts.make("PAID");
        UUID id = route.thing().makeFor(server, owner);
        List<String> before = accounts.rowsOf(owner.id());

        assertError(route.call(api.anonymous(), id), 401);
        assertThat(accounts.rowsOf(owner.id())).isEqualTo(before);
    }

    private static JsonObject withoutRequestId(HttpResponse<String> answer) {
        return Json.createObjectBuilder(Api.json(answer)).remove("request_id").build();
    }
}
