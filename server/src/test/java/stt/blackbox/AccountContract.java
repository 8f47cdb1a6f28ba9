package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the owner of an account sees and changes, and how an account is closed. */
abstract class AccountContract {

    private static final String ACCOUNT = "/api/v1/account/";

    private final ContractServer server;
    private final SqlAccounts accounts;
    private final ApiDocument document;
    private final Member member;
    private final Api api;

    AccountContract(ContractServer server) {
        this.server = server;
        this.accounts = server.accounts();
        this.document = ApiDocument.of(server.api());
        this.member = Member.of(server);
        this.api = member.api(server);
    }

    @Test
    void aFreeAccountIsShownWithItsLimitsAndWhatIsLeftOfThem() {
        HttpResponse<String> answer = api.get(ACCOUNT);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(document.violations("get", "/api/v1/account", 200, answer.body()))
                .isEmpty();
        JsonObject account = Api.json(answer);
        assertThat(account.getString("plan")).isEqualTo("free");
        assertThat(account.getString("role")).isEqualTo("user");
        assertThat(account.getJsonNumber("credits").doubleValue()).isZero();
        assertThat(account.isNull("retention_days")).isTrue();
        JsonObject limits = account.getJsonObject("limits");
        assertThat(limits.getJsonNumber("largest_file").longValue()).isEqualTo(500L << 20);
        assertThat(limits.getInt("concurrent_requests")).isEqualTo(2);
        JsonObject minutes = limits.getJsonArray("quotas").getJsonObject(0);
        assertThat(minutes.getString("kind")).isEqualTo("transcription");
        assertThat(minutes.getInt("limit")).isEqualTo(1);
        assertThat(minutes.getInt("remaining")).isEqualTo(1);
        assertThat(minutes.getString("resets"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1) + "T00:00:00Z");
    }

    @Test
    void aPaidAccountIsShownWithItsCreditsAndNoQuota() {
        SqlAccounts.Made paid = accounts.make("PAID");
        accounts.credits(paid.id(), 1_234);

        JsonObject account = Api.json(api.withKey(paid.key()).get(ACCOUNT));

        assertThat(account.getString("plan")).isEqualTo("paid");
        assertThat(account.getJsonNumber("credits").bigDecimalValue()).isEqualByComparingTo("12.34");
        assertThat(account.getJsonObject("limits").getInt("concurrent_requests"))
                .isEqualTo(5);
        assertThat(account.getJsonObject("limits").getJsonArray("quotas")).isEmpty();
    }

    @Test
    void itAnswersTheSameWithoutTheSlash() {
        assertThat(api.get("/api/v1/account").body()).isEqualTo(api.get(ACCOUNT).body());
        assertThat(api.send("PATCH", "/api/v1/account", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsLeftOutStays() {
        JsonObject renamed = patch("{\"name\": \"  Ada L.  \", \"retention_days\": 30}");
        JsonObject preferring = patch("{\"email_preferences\": {\"news\": true}}");

        assertThat(renamed.getString("name")).isEqualTo("Ada L.");
        assertThat(preferring.getString("name")).isEqualTo("Ada L.");
        assertThat(preferring.getInt("retention_days")).isEqualTo(30);
        JsonObject preferences = preferring.getJsonObject("email_preferences");
        assertThat(preferences.getBoolean("news")).isTrue();
        assertThat(preferences.getBoolean("usage_alerts")).isTrue();
        assertThat(preferences.getBoolean("finished_jobs")).isFalse();
        assertThat(patch("{\"retention_days\": null}").isNull("retention_days")).isTrue();
    }

    @Test
    void anAccountMayBeSentAsItWasReadAndWhatIsReadOnlyStaysAsItIs() {
        JsonObject read = Api.json(api.get(ACCOUNT));
        JsonObject changed = Json.createObjectBuilder(read)
                .add("name", "Ada L.")
                .add("plan", "paid")
                .add("role", "admin")
                .add("credits", 1_000)
                .add("limits", JsonValue.EMPTY_JSON_OBJECT)
                .build();

        HttpResponse<String> answer = api.send("PUT", ACCOUNT, changed.toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Api.json(answer))
                .isEqualTo(Json.createObjectBuilder(read).add("name", "Ada L.").build());
        assertThat(Api.json(api.get(ACCOUNT))).isEqualTo(Api.json(answer));
    }

    @Test
    void whatIsWrittenIsChecked() {
        for (String body : List.of(
                "{\"name\": \"\"}",
                "{\"name\": 5}",
                "{\"email\": \"nobody\"}",
                "{\"email_preferences\": true}",
                "{\"email_preferences\": {\"news\": \"yes\"}}",
                "{\"retention_days\": 0}",
                "{\"retention_days\": 1.5}",
                "{\"retention_days\": \"30\"}")) {
            assertError(api.send("PATCH", ACCOUNT, body), 400);
        }
        assertError(api.send("POST", ACCOUNT, "{}"), 405);
    }

    @Test
    void anotherAddressCountsOnceItsLinkIsFollowed() {
        String next = Member.newEmail();

        JsonObject asked = patch("{\"email\": \"%s\"}".formatted(next));

        assertThat(asked.getString("email")).isEqualTo(member.email());
        assertThat(server.mailbox().text(member.email(), "Your e-mail address is being changed"))
                .isNotBlank();
        assertThat(Member.verifyNew(server, next).statusCode()).isEqualTo(200);
        assertThat(Api.json(api.get(ACCOUNT)).getString("email")).isEqualTo(next);
        assertThat(Browser.trySigningIn(api, next, Member.PASSWORD).statusCode())
                .isEqualTo(201);
        assertError(Browser.trySigningIn(api, member.email(), Member.PASSWORD), 401);
    }

    @Test
    void anAddressThatAnotherAccountHasIsNeverTakenFromIt() {
        Member other = Member.of(server);

        patch("{\"email\": \"%s\"}".formatted(other.email()));

        assertError(Member.verifyNew(server, other.email()), 409);
        assertThat(Api.json(api.get(ACCOUNT)).getString("email")).isEqualTo(member.email());
        assertThat(Api.json(other.api(server).get(ACCOUNT)).getString("email")).isEqualTo(other.email());
    }

    @Test
    void aClosedAccountIsGoneWithAllThatBelongedToIt() {
        Member leaving = Member.of(server);
        Api own = leaving.api(server);
        Browser browser = Browser.signIn(api, leaving.email(), Member.PASSWORD);
        Browser elsewhere = Browser.signIn(api, leaving.email(), Member.PASSWORD);
        accounts.credits(leaving.id(), 100);
        accounts.transcript(leaving.id());
        own.send("POST", "/api/v1/account/webhook-secret/", "");
        assertThat(accounts.rowsOf(leaving.id())).isNotEmpty();

        HttpResponse<String> closed = browser.send("DELETE", ACCOUNT, "");

        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(204);
        assertThat(Browser.setCookies(closed)).singleElement().asString().startsWith("stt-session=;");
        assertError(own.get(ACCOUNT), 401);
        assertError(browser.get(ACCOUNT), 401);
        assertError(elsewhere.get(ACCOUNT), 401);
        assertError(Browser.trySigningIn(api, leaving.email(), Member.PASSWORD), 401);
        assertThat(accounts.rowsOf(leaving.id())).isEmpty();
        assertThat(server.mailbox().text(leaving.email(), "Your account has been closed"))
                .isNotBlank();
        assertThat(api.get(ACCOUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void closingNeedsSomebodyWhoHasJustShownThePassword() {
        Member staying = Member.of(server);
        Browser browser = Browser.signIn(api, staying.email(), Member.PASSWORD);
        accounts.signedInLongAgo(staying.id());

        HttpResponse<String> withKey = staying.api(server).send("DELETE", ACCOUNT, "");
        HttpResponse<String> tooLate = browser.send("DELETE", ACCOUNT, "");

        assertError(withKey, 403);
        assertError(tooLate, 403);
        assertThat(Api.json(tooLate).getString("code")).isEqualTo("sign_in_again");
        assertThat(browser.get(ACCOUNT).statusCode()).isEqualTo(200);
        assertThat(staying.api(server).get(ACCOUNT).statusCode()).isEqualTo(200);
    }

    private JsonObject patch(String body) {
        HttpResponse<String> answer = api.send("PATCH", ACCOUNT, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }
}
