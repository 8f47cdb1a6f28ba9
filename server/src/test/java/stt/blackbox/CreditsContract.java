package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.assertError;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.blackbox.SqlAccounts.Made;

/** Limits, credits and keys that are sent again, over HTTP; one subclass for each database. */
@Tag("models")
abstract class CreditsContract {

    private static final int PRICE = 2; // cents: 11 s at the default of 10 a minute
    private static final String LEDGER = "select coalesce(sum(cents), 0) from credit_entry where account_id = ?";
    private static final String CHARGES = "select count(*) from credit_entry where account_id = ? and kind = 'CHARGE'";
    private static final String BALANCE = "select cents from credit_balance where account_id = ?";
    private static final String HELD = "select held from credit_balance where account_id = ?";
    private final Api api;
    private final SqlAccounts accounts;

    CreditsContract(ContractServer server) {
        this.api = server.api();
        this.accounts = server.accounts();
    }

    @Test
    void aBalanceForTwoPaysExactlyTwoOfManyAtOnce() throws Exception {
        Made paid = accounts.make("PAID");
        accounts.credits(paid.id(), 2 * PRICE + 1);

        List<Integer> statuses = parallel(6, () -> untilNotBusy(paid.key()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 200, 402, 402, 402, 402);
        assertThat(accounts.number(BALANCE, paid.id())).isEqualTo(1);
        assertThat(accounts.number(LEDGER, paid.id())).isEqualTo(1);
        assertThat(accounts.number(HELD, paid.id())).isZero();
    }

    @Test
    void anAccountWithoutCreditsIsToldSoAsTheContractSays() throws IOException {
        Made paid = accounts.make("PAID");

        HttpResponse<String> answer = transcribe(api.withKey(paid.key()));

        assertError(answer, 402);
        assertThat(Api.json(answer).getString("error")).isEqualTo("No credits remaining. Upgrade your plan.");
    }

    @Test
    void threeFilesADayAreFreeForEachAddressThatATrustedProxyNames() throws IOException {
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> answer = from("203.0.113.7");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(header(answer, "RateLimit-Limit")).isEqualTo("3");
            assertThat(header(answer, "RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }
        HttpResponse<String> refused = from("203.0.113.7");

        assertError(refused, 429);
        assertThat(Long.parseLong(header(refused, "Retry-After"))).isBetween(1L, 86_400L);
        assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(header(refused, "RateLimit-Policy")).isEqualTo("3;w=86400");
        assertThat(from("198.51.100.1, 203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(from("203.0.113.8").statusCode()).isEqualTo(200);
    }

    @Test
    void aFreeAccountMayUseItsMonthsMinutesAndNoMore() throws IOException {
        Made free = accounts.make("FREE");
        int served = 0;
        HttpResponse<String> answer = transcribe(api.withKey(free.key()));
        for (; answer.statusCode() == 200; answer = transcribe(api.withKey(free.key()))) {
            served++;
        }

        assertThat(served).isEqualTo(5); // of 11 s each: 55 of 60 s
        assertError(answer, 429);
        assertThat(accounts.number("select millis from usage_day where account_id = ?", free.id()))
                .isEqualTo(55_000);
    }

    @Test
    void theSameRequestWithTheSameKeyIsAnsweredTheSameAndChargedOnce() throws IOException {
        Made paid = accounts.make("PAID");
        accounts.credits(paid.id(), 100);
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = transcribe(api.withKey(paid.key()), key, "json");
        HttpResponse<String> again = transcribe(api.withKey(paid.key()), key, "json");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "X-Transcript-Id")).isEqualTo(header(first, "X-Transcript-Id"));
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(accounts.number(CHARGES, paid.id())).isEqualTo(1);
        assertError(transcribe(api.withKey(paid.key()), key, "srt"), 422);
    }

    @Test
    void whileARequestIsServedItsKeyIsRefused() throws Exception {
        Made paid = accounts.make("PAID");
        accounts.credits(paid.id(), 100);
        String key = UUID.randomUUID().toString();

        List<Integer> statuses = parallel(
                4, () -> transcribe(api.withKey(paid.key()), key, "json").statusCode());

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(accounts.number(CHARGES, paid.id())).isEqualTo(1);
    }

    @Test
    void anUndecodableFileIsRefusedBeforeCreditsAreLookedAt() throws IOException {
        Made paid = accounts.make("PAID");

        assertError(
                api.withKey(paid.key())
                        .transcribe(new Multipart().file("a.wav", "nothing".getBytes(StandardCharsets.US_ASCII))),
                400);
    }

    @Test
    void administratorsGrantCreditsAndNobodyElse() {
        Made free = accounts.make("FREE");
        String path = "/api/v1/admin/accounts/" + free.id() + "/credits/";

        assertError(grant(api.withKey(free.key()), path, "{\"credits\": 5}"), 403);
        HttpResponse<String> granted = grant(api, path, "{\"credits\": 12.34}");

        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(201);
        JsonObject credits = Api.json(granted);
        assertThat(credits.getJsonNumber("credits").doubleValue()).isEqualTo(12.34);
        assertThat(accounts.number(BALANCE, free.id())).isEqualTo(1234);
        assertThat(accounts.number(LEDGER, free.id())).isEqualTo(1234);
        assertThat(accounts.number("select count(*) from account where plan = 'PAID' and id = ?", free.id()))
                .isEqualTo(1);
    }

    @Test
    void grantsAreChecked() {
        Made free = accounts.make("FREE");
        String path = "/api/v1/admin/accounts/" + free.id() + "/credits/";

        for (String body : List.of(
                "{}", "{\"credits\": 0}", "{\"credits\": -1}", "{\"credits\": 0.001}", "{\"credits\": \"x\"}")) {
            assertError(grant(api, path, body), 400);
        }
        assertError(grant(api, "/api/v1/admin/accounts/" + UUID.randomUUID() + "/credits/", "{}"), 404);
        assertThat(accounts.number(LEDGER, free.id())).isZero();
    }

    private int untilNotBusy(String key) throws IOException {
        HttpResponse<String> answer = transcribe(api.withKey(key));
        while (answer.statusCode() == 429 || answer.statusCode() == 503) {
            answer = transcribe(api.withKey(key));
        }
        return answer.statusCode();
    }

    private HttpResponse<String> from(String forwardedFor) throws IOException {
        Api anonymous = api.anonymous();
        return anonymous.send(anonymous
                .request("/v1/transcribe")
                .header("X-Forwarded-For", forwardedFor)
                .header("Content-Type", Multipart.contentType())
                .POST(speech().body()));
    }

    private static HttpResponse<String> transcribe(Api client) throws IOException {
        return client.transcribe(speech());
    }

    private static HttpResponse<String> transcribe(Api client, String key, String format) throws IOException {
        return client.send(client.request("/v1/transcribe")
                .header("Idempotency-Key", key)
                .header("Content-Type", Multipart.contentType())
                .POST(speech().field("response_format", format).body()));
    }

    private static HttpResponse<String> grant(Api client, String path, String body) {
        return client.send(
                client.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    static Multipart speech() throws IOException {
        return new Multipart().file(JFK).field("model", "tiny.en");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<Integer> parallel(int count, Callable<Integer> work)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(threads.submit(work));
            }
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : all) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
