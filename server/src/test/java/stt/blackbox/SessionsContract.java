package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Browsers that are signed in, and other sites' pages that would like to use that. */
abstract class SessionsContract {

    private static final String ACCOUNT = "/api/v1/account/";
    private static final String SESSION = "/api/v1/session/";
    private static final String RENAME = "{\"name\": \"Renamed\"}";

    private final ContractServer server;
    private final Api api;
    private final Member member;

    SessionsContract(ContractServer server) {
        this.server = server;
        this.api = server.api();
        this.member = Member.of(server);
    }

    private Browser signedIn() {
        return Browser.signIn(api, member.email(), Member.PASSWORD);
    }

    @Test
    void signingInSetsACookieThatScriptsAndOtherSitesDoNotGet() {
        HttpResponse<String> answer =
                Browser.trySigningIn(api, member.email().toUpperCase(java.util.Locale.ROOT), Member.PASSWORD);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(ApiDocument.of(api).violations("post", "/api/v1/session", 201, answer.body()))
                .isEmpty();
        assertThat(Browser.setCookies(answer)).singleElement().satisfies(cookie -> assertThat(cookie)
                .startsWith("stt-session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain", "Max-Age", "Expires"));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void theCookieWorksWhereverAKeyDoes() {
        Browser browser = signedIn();

        assertThat(Api.json(browser.get(ACCOUNT)).getString("email")).isEqualTo(member.email());
        assertError(browser.get("/v1/nothing"), 404);
        assertError(api.anonymous().get("/v1/nothing"), 401);
        assertThat(Api.json(browser.get(SESSION)).getString("csrf_token")).isEqualTo(browser.token());
        assertThat(Api.json(browser.send("PATCH", ACCOUNT, RENAME)).getString("name"))
                .isEqualTo("Renamed");
    }

    @Test
    void aKeyGoesBeforeTheCookie() {
        Browser browser = signedIn();
        Member other = Member.of(server);

        HttpRequest.Builder both = browser.request(ACCOUNT).header("Authorization", "Bearer " + other.key());
        assertThat(Api.json(api.send(both)).getString("email")).isEqualTo(other.email());
        assertError(api.send(browser.request(ACCOUNT).header("Authorization", "Bearer nonsense")), 401);
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = signedIn();
        Browser elsewhere = signedIn();

        HttpResponse<String> out = browser.send("DELETE", SESSION, "");

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(Browser.setCookies(out)).singleElement().asString().startsWith("stt-session=;");
        HttpResponse<String> after = browser.get(ACCOUNT);
        assertError(after, 401);
        assertThat(Api.json(after).getString("code")).isEqualTo("not_signed_in");
        assertThat(browser.get("/v1/models").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(ACCOUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsNoSession() {
        assertError(member.api(server).get(SESSION), 404);
        assertError(member.api(server).send("DELETE", SESSION, ""), 404);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreToldAlike() {
        HttpResponse<String> wrong = Browser.trySigningIn(api, member.email(), "something else");
        HttpResponse<String> unknown = Browser.trySigningIn(api, Member.newEmail(), Member.PASSWORD);

        assertError(wrong, 401);
        assertError(unknown, 401);
        assertThat(Api.json(wrong).getString("error"))
                .isEqualTo(Api.json(unknown).getString("error"));
        assertThat(Browser.setCookies(wrong)).isEmpty();
    }

    @Test
    void guessingIsStopped() {
        Member victim = Member.of(server);
        String client = Member.newClient();
        HttpResponse<String> answer = guess(victim, client);
        for (int tries = 1; answer.statusCode() == 401; tries++) {
            assertThat(tries).isLessThanOrEqualTo(10);
            answer = guess(victim, client);
        }

        assertError(answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Browser.trySigningIn(api, victim.email(), Member.PASSWORD).statusCode())
                .as("the owner, from elsewhere")
                .isEqualTo(201);
    }

    private HttpResponse<String> guess(Member victim, String client) {
        return api.send(Api.with(
                api.anonymous().request(SESSION).header("X-Forwarded-For", client),
                "POST",
                "{\"email\": \"%s\", \"password\": \"a guess\"}".formatted(victim.email())));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, https://app.example.org",
        "Origin, null",
        "X-CSRF-Token, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "X-Nothing, at all"
    })
    void anotherSitesPageChangesNothingWithTheCookie(String header, String value) {
        Member owner = Member.of(server);
        Browser browser = Browser.signIn(api, owner.email(), Member.PASSWORD);

        for (String method : new String[] {"PATCH", "PUT"}) {
            HttpResponse<String> answer =
                    api.send(Api.with(browser.request(ACCOUNT).header(header, value), method, RENAME));
            assertError(answer, 403);
            assertThat(Api.json(answer).getString("code")).isEqualTo("cross_site_request");
        }
        assertError(api.send(Api.with(browser.request("/api/v1/keys/").header(header, value), "POST", RENAME)), 403);
        assertError(api.send(Api.with(browser.request(SESSION).header(header, value), "DELETE", "")), 403);
        assertError(api.send(Api.with(browser.request("/v1/transcribe").header(header, value), "POST", "{}")), 403);

        assertThat(Api.json(browser.get(ACCOUNT)).getString("name")).isEqualTo("Ada");
        assertThat(Api.json(browser.get("/api/v1/keys/")).getInt("count")).isEqualTo(1);
    }

    @Test
    void aPageOfTheServerItselfIsKnownByOriginOrToken() {
        Browser browser = signedIn();
        String own = server.base().toString();

        assertThat(api.send(Api.with(browser.request(ACCOUNT).header("Origin", own), "PATCH", RENAME))
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.send(Api.with(browser.request(ACCOUNT).header("X-CSRF-Token", browser.token()), "PATCH", RENAME))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherSiteSignsNobodyIn() {
        HttpResponse<String> answer = api.send(Api.with(
                api.anonymous().request(SESSION).header("Origin", "https://evil.example"),
                "POST",
                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(member.email(), Member.PASSWORD)));

        assertError(answer, 403);
        assertThat(Browser.setCookies(answer)).isEmpty();
    }

    @Test
    void otherOriginsGetNoAnswerThatCameByCookie() {
        Browser browser = signedIn();

        HttpResponse<String> answer =
                api.send(browser.request(ACCOUNT).header("Origin", ContractServer.FRIENDLY_ORIGIN));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(ContractServer.FRIENDLY_ORIGIN);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }

    @Test
    void anotherPasswordSignsAllOtherBrowsersOut() {
        Member owner = Member.of(server);
        Browser here = Browser.signIn(api, owner.email(), Member.PASSWORD);
        Browser elsewhere = Browser.signIn(api, owner.email(), Member.PASSWORD);

        assertError(change(here, "not the password", "another password"), 401);
        assertError(change(here, Member.PASSWORD, "short"), 400);
        assertThat(elsewhere.get(ACCOUNT).statusCode()).isEqualTo(200);
        assertThat(change(here, Member.PASSWORD, "another password").statusCode())
                .isEqualTo(204);

        assertThat(here.get(ACCOUNT).statusCode()).isEqualTo(200);
        assertError(elsewhere.get(ACCOUNT), 401);
        assertError(Browser.trySigningIn(api, owner.email(), Member.PASSWORD), 401);
        assertThat(Browser.trySigningIn(api, owner.email(), "another password").statusCode())
                .isEqualTo(201);
    }

    private static HttpResponse<String> change(Browser browser, String present, String next) {
        return browser.send(
                "PUT",
                "/api/v1/account/password/",
                "{\"current_password\": \"%s\", \"new_password\": \"%s\"}".formatted(present, next));
    }
}
