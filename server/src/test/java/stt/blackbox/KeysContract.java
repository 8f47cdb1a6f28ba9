package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import stt.blackbox.SqlAccounts.Made;

/** Keys, webhook secrets, usage and credits of an account. */
abstract class KeysContract {

    private static final String KEYS = "/api/v1/keys/";

    private final SqlAccounts accounts;
    private final ApiDocument document;
    private final Made made;
    private final Api api;

    KeysContract(ContractServer server) {
        this.accounts = server.accounts();
        this.document = ApiDocument.of(server.api());
        this.made = accounts.make("FREE");
        this.api = server.api().withKey(made.key());
    }

    @Test
    void aNewKeyIsShownOnceAndWorks() {
        HttpResponse<String> answer = api.send("POST", KEYS, "{\"name\": \" Build server \"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(document.violations("post", "/api/v1/keys", 201, answer.body()))
                .isEmpty();
        JsonObject key = Api.json(answer);
        assertThat(key.getString("name")).isEqualTo("Build server");
        assertThat(key.getString("key")).startsWith(key.getString("prefix")).hasSize(53);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(KEYS + key.getString("id") + "/");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> list = api.withKey(key.getString("key")).get(KEYS);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(key.getString("id")).doesNotContain(key.getString("key"));
        assertThat(document.violations("get", "/api/v1/keys", 200, list.body())).isEmpty();
        assertThat(accounts.number(
                        "select count(*) from api_key where secret_hash like concat('%', ?, '%')", made.id()))
                .isZero();
    }

    @Test
    void theListTellsWhenAKeyWasUsed() {
        String key = create("{\"name\": \"used\"}").getString("key");
        assertThat(first(api.get(KEYS)).isNull("last_used")).isTrue();

        JsonObject used = first(api.withKey(key).get(KEYS));
        while (used.isNull("last_used")) { // It is written down after the answer.
            used = first(api.get(KEYS));
        }
        assertThat(Instant.parse(used.getString("last_used")))
                .isBetween(
                        Instant.parse(used.getString("created")).minusSeconds(1),
                        Instant.now().plusSeconds(1));
    }

    @Test
    void aRevokedKeyIsRefusedFromTheNextRequestOn() {
        JsonObject key = create("{\"name\": \"leaked\"}");
        Api leaked = api.withKey(key.getString("key"));
        assertThat(leaked.get(KEYS).statusCode()).isEqualTo(200);

        HttpResponse<String> revoked = api.send("DELETE", KEYS + key.getString("id"), "");

        assertThat(revoked.statusCode()).isEqualTo(204);
        assertError(leaked.get(KEYS), 401);
        assertError(leaked.get("/v1/models"), 401);
        assertThat(api.get(KEYS).body()).doesNotContain(key.getString("id"));
        assertError(api.send("DELETE", KEYS + key.getString("id") + "/", ""), 404);
        assertError(api.send("DELETE", KEYS + UUID.randomUUID() + "/", ""), 404);
        assertError(api.send("DELETE", KEYS + "1/", ""), 404);
    }

    @Test
    void aKeyMayRevokeItself() {
        JsonObject key = create("{\"name\": \"short-lived\"}");
        Api own = api.withKey(key.getString("key"));

        assertThat(own.send("DELETE", KEYS + key.getString("id") + "/", "").statusCode())
                .isEqualTo(204);
        assertError(own.get(KEYS), 401);
    }

    @Test
    void aKeyMayEndByItself() {
        Instant later = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        JsonObject key = create("{\"name\": \"a day\", \"expires\": \"%s\"}".formatted(later));

        assertThat(key.getString("expires")).isEqualTo(later.toString());
        assertThat(first(api.get(KEYS)).getString("expires")).isEqualTo(later.toString());
        accounts.expire(UUID.fromString(key.getString("id")));
        assertError(api.withKey(key.getString("key")).get(KEYS), 401);
    }

    @Test
    void whatAKeyIsMadeFromIsChecked() {
        for (String body : List.of(
                "{}",
                "{\"name\": \"\"}",
                "{\"name\": \"%s\"}".formatted("n".repeat(101)),
                "{\"name\": \"past\", \"expires\": \"2020-01-01T00:00:00Z\"}",
                "{\"name\": \"when\", \"expires\": \"tomorrow\"}",
                "{\"name\": \"when\", \"expires\": 5}")) {
            assertError(api.send("POST", KEYS, body), 400);
        }
        assertThat(Api.json(api.get(KEYS)).getInt("count")).isEqualTo(1);
    }

    @Test
    void aNewWebhookSecretIsShownOnce() {
        HttpResponse<String> first = api.send("POST", "/api/v1/account/webhook-secret/", "");
        HttpResponse<String> second = api.send("POST", "/api/v1/account/webhook-secret", "");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(document.violations("post", "/api/v1/account/webhook-secret", 200, first.body()))
                .isEmpty();
        assertThat(Api.json(first).getString("secret")).matches("whsec_[0-9A-Za-z+/]{43}=");
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(accounts.number("select count(*) from webhook_secret where account_id = ?", made.id()))
                .isEqualTo(2);
        assertThat(accounts.rowsOf(made.id()).toString())
                .doesNotContain(Api.json(first).getString("secret").substring(6));
    }

    @Test
    void usageHasEveryOneOfTheLast30Days() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        accounts.usage(made.id(), today.minusDays(3), "TRANSCRIPTION", 90_000);
        accounts.usage(made.id(), today.minusDays(3), "TEXT", 0);
        accounts.usage(made.id(), today.minusDays(29), "TRANSCRIPTION", 30_000);
        accounts.usage(made.id(), today.minusDays(30), "TRANSCRIPTION", 1_000_000);

        HttpResponse<String> answer = api.get("/api/v1/usage/");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(document.violations("get", "/api/v1/usage", 200, answer.body()))
                .isEmpty();
        JsonObject usage = Api.json(answer);
        List<JsonObject> days = usage.getJsonArray("results").getValuesAs(JsonObject.class);
        assertThat(days).hasSize(30).isSortedAccordingTo((a, b) -> a.getString("date")
                .compareTo(b.getString("date")));
        assertThat(usage.getString("from")).isEqualTo(days.get(0).getString("date"));
        assertThat(days.get(29).getInt("requests")).isZero();
        JsonObject busy = days.stream()
                .filter(day -> day.getString("date").equals(today.minusDays(3).toString()))
                .findFirst()
                .orElseThrow();
        assertThat(busy.getInt("requests")).isEqualTo(4);
        assertThat(busy.getJsonNumber("minutes").doubleValue()).isEqualTo(1.5);
        assertThat(busy.getInt("characters")).isEqualTo(100);
        assertThat(busy.getInt("cents")).isEqualTo(14);
        assertThat(busy.getJsonArray("by_kind").getValuesAs(JsonObject.class))
                .extracting(kind -> kind.getString("kind"))
                .containsExactly("text", "transcription");
        assertThat(usage.getJsonObject("total").getJsonNumber("minutes").doubleValue())
                .isEqualTo(2.0);
    }

    @Test
    void theLedgerIsPagedAndItsSumIsTheBalance() {
        accounts.credits(made.id(), 500);
        accounts.charge(made.id(), 120);

        HttpResponse<String> answer = api.get("/api/v1/account/credits/?page_size=1");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(document.violations("get", "/api/v1/account/credits", 200, answer.body()))
                .isEmpty();
        JsonObject ledger = Api.json(answer);
        assertThat(ledger.getInt("count")).isEqualTo(2);
        assertThat(ledger.getJsonNumber("credits").bigDecimalValue()).isEqualByComparingTo("3.80");
        assertThat(first(answer).getString("kind")).isEqualTo("charge");
        assertThat(first(answer).getJsonNumber("credits").bigDecimalValue()).isEqualByComparingTo("-1.20");
        assertThat(ledger.isNull("previous")).isTrue();
        HttpResponse<String> next = api.get(ledger.getString("next"));
        assertThat(first(next).getString("kind")).isEqualTo("grant");
        assertThat(Api.json(next).isNull("next")).isTrue();
        assertThat(api.get(Api.json(next).getString("previous")).body()).isEqualTo(answer.body());
        assertError(api.get("/api/v1/account/credits/?page=0"), 400);
        assertError(api.get("/api/v1/account/credits/?page_size=1000"), 400);
    }

    private JsonObject create(String body) {
        HttpResponse<String> answer = api.send("POST", KEYS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer);
    }

    private static JsonObject first(HttpResponse<String> list) {
        return Api.json(list).getJsonArray("results").getJsonObject(0);
    }
}
