package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import stt.blackbox.SqlAccounts.Made;

/** What administrators do with accounts and private instances. */
abstract class AdministrationContract {

    private static final String ACCOUNTS = "/api/v1/admin/accounts/";
    private static final String CLOUD = "/api/v1/admin/cloud/";

    private final Api api;
    private final ApiDocument document;
    private final Made made;
    private final Api own;

    AdministrationContract(ContractServer server) {
        this.api = server.api();
        this.document = ApiDocument.of(api);
        this.made = server.accounts().make("FREE");
        this.own = api.withKey(made.key());
    }

    @Test
    void accountsAreListedByAddressAndFoundByIt() {
        HttpResponse<String> list = api.get(ACCOUNTS + "?page_size=2");
        HttpResponse<String> found = api.get(ACCOUNTS + "?email=" + made.id() + "@example.org");

        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        assertThat(document.violations("get", "/api/v1/admin/accounts", 200, list.body()))
                .isEmpty();
        assertThat(Api.json(list).getJsonArray("results")).hasSizeLessThanOrEqualTo(2);
        assertThat(Api.json(found).getInt("count")).isEqualTo(1);
        assertThat(Api.json(found).getJsonArray("results").getJsonObject(0).getString("id"))
                .isEqualTo(made.id().toString());
        assertThat(Api.json(api.get(ACCOUNTS + "?email=" + Member.newEmail())).getInt("count"))
                .isZero();
    }

    @Test
    void anAccountGetsAnotherPlanAndRole() {
        HttpResponse<String> paid = api.send("PATCH", ACCOUNTS + made.id() + "/", "{\"plan\": \"paid\"}");

        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(200);
        assertThat(document.violations("patch", "/api/v1/admin/accounts/{id}", 200, paid.body()))
                .isEmpty();
        assertThat(Api.json(own.get("/api/v1/account/")).getString("plan")).isEqualTo("paid");
        assertError(own.get(ACCOUNTS), 403);
        assertThat(api.send("PATCH", ACCOUNTS + made.id() + "/", "{\"role\": \"admin\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(own.get(ACCOUNTS).statusCode()).isEqualTo(200);
        assertThat(api.send("PATCH", ACCOUNTS + made.id() + "/", "{\"role\": \"user\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.json(api.get(ACCOUNTS + made.id() + "/")).getString("role"))
                .isEqualTo("user");
    }

    @Test
    void theOnlyAdministratorStaysOne() {
        String first = Api.json(api.get("/api/v1/account/")).getString("id");

        HttpResponse<String> answer = api.send("PATCH", ACCOUNTS + first + "/", "{\"role\": \"user\"}");

        assertError(answer, 409);
        assertThat(api.get(ACCOUNTS).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsMissingComesBeforeWhatIsWrong() {
        assertError(api.send("PATCH", ACCOUNTS + UUID.randomUUID() + "/", "{"), 404);
        assertError(api.send("PATCH", ACCOUNTS + made.id() + "/", "{"), 400);
        assertError(api.send("PATCH", ACCOUNTS + made.id() + "/", "{\"plan\": \"gold\"}"), 400);
        assertError(api.send("POST", ACCOUNTS + UUID.randomUUID() + "/credits/", "{"), 404);
        assertError(api.send("PATCH", CLOUD + UUID.randomUUID() + "/", "{"), 404);
        assertError(own.send("PATCH", CLOUD + UUID.randomUUID() + "/", "{"), 403);
    }

    @Test
    void aRegisteredInstanceIsAskedHowItIsAndShownToItsAccount() throws IOException {
        HttpServer instance = instance("{\"status\": \"degraded\", \"gpu_name\": \"NVIDIA A100\"}");
        try {
            JsonObject registered =
                    register("http://127.0.0.1:" + instance.getAddress().getPort() + "/");
            assertThat(registered.getString("status")).isEqualTo("unknown");

            JsonObject shown = onlyInstance();
            while (shown.getString("status").equals("unknown")) { // The server asks every few seconds.
                shown = onlyInstance();
            }

            assertThat(shown.getString("status")).isEqualTo("degraded");
            assertThat(shown.getString("gpu")).isEqualTo("NVIDIA A100");
            assertThat(shown.getString("name")).isEqualTo("production");
            assertThat(shown.getString("region")).isEqualTo("Frankfurt");
        } finally {
            instance.stop(0);
        }
    }

    @Test
    void anInstanceIsChangedAndForgotten() {
        JsonObject registered = register("https://stt.customer.invalid");
        String path = CLOUD + registered.getString("id") + "/";

        HttpResponse<String> changed = api.send("PATCH", path, "{\"region\": \"Paris\", \"gpu\": null}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(document.violations("patch", "/api/v1/admin/cloud/{id}", 200, changed.body()))
                .isEmpty();
        assertThat(Api.json(changed).getString("region")).isEqualTo("Paris");
        assertThat(Api.json(changed).getString("name")).isEqualTo("production");
        assertThat(Api.json(changed).isNull("gpu")).isTrue();
        assertThat(api.get(path).statusCode()).isEqualTo(200);
        assertThat(api.get(CLOUD).body()).contains(registered.getString("id"));
        assertThat(document.violations(
                        "get", "/api/v1/admin/cloud", 200, api.get(CLOUD).body()))
                .isEmpty();
        assertThat(api.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertError(api.get(path), 404);
        assertError(api.send("DELETE", path, ""), 404);
        assertThat(Api.json(own.get("/api/v1/cloud/")).getJsonArray("results")).isEmpty();
    }

    @Test
    void whatAnInstanceIsRegisteredWithIsChecked() {
        for (String body : List.of(
                "{}",
                registration(UUID.randomUUID(), "https://a.example"),
                registration(made.id(), "ftp://a.example"),
                registration(made.id(), "not an address"),
                registration(made.id(), "https://user@a.example"),
                registration(made.id(), "https://a.example?x=1"))) {
            assertError(api.send("POST", CLOUD, body), 400);
        }
    }

    private JsonObject register(String endpoint) {
        HttpResponse<String> answer = api.send("POST", CLOUD, registration(made.id(), endpoint));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(document.violations("post", "/api/v1/admin/cloud", 201, answer.body()))
                .isEmpty();
        return Api.json(answer);
    }

    private static String registration(UUID account, String endpoint) {
        return "{\"account\": \"%s\", \"name\": \"production\", \"region\": \"Frankfurt\", \"gpu\": \"some\", \"endpoint\": \"%s\"}"
                .formatted(account, endpoint);
    }

    private JsonObject onlyInstance() {
        HttpResponse<String> list = own.get("/api/v1/cloud/");
        assertThat(document.violations("get", "/api/v1/cloud", 200, list.body()))
                .isEmpty();
        return Api.json(list).getJsonArray("results").getJsonObject(0);
    }

    /** Something that answers {@code GET /health} as a private instance does. */
    private static HttpServer instance(String health) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            byte[] body = health.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
