package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing up where addresses are verified by mail, and forgotten passwords. */
abstract class SignUpContract {

    private static final String ACCOUNT = "/api/v1/account/";

    private final ContractServer server;
    private final Api api;
    private final ApiDocument document;

    SignUpContract(ContractServer server) {
        this.server = server;
        this.api = server.api();
        this.document = ApiDocument.of(api);
    }

    @Test
    void aSignUpBecomesAnAccountWithItsKeyByTheMailedLink() {
        String email = Member.newEmail();

        HttpResponse<String> answer = Member.signUp(api, email, Member.newClient());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(document.violations("post", "/api/v1/signup", 201, answer.body()))
                .isEmpty();
        JsonObject signedUp = Api.json(answer);
        assertThat(signedUp.getBoolean("awaits_verification")).isTrue();
        Api own = api.withKey(signedUp.getString("api_key"));
        assertError(own.get(ACCOUNT), 401);
        assertError(Browser.trySigningIn(api, email, Member.PASSWORD), 401);

        HttpResponse<String> verified = Member.verify(server, email);

        assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
        assertThat(Api.json(verified).getString("email")).isEqualTo(email);
        JsonObject account = Api.json(own.get(ACCOUNT));
        assertThat(account.getString("id")).isEqualTo(signedUp.getString("id"));
        assertThat(account.getString("email")).isEqualTo(email);
        assertThat(Browser.signIn(api, email, Member.PASSWORD).get(ACCOUNT).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLinkWorksOnceAndNoOtherWorks() {
        String email = Member.newEmail();
        Member.signUp(api, email, Member.newClient());
        String token = server.mailbox().token(email, "Verify your e-mail address");

        assertError(Member.follow(api, token.substring(1) + (token.startsWith("A") ? "B" : "A")), 400);
        assertThat(Member.follow(api, token).statusCode()).isEqualTo(200);
        HttpResponse<String> again = Member.follow(api, token);

        assertError(again, 400);
        assertThat(Api.json(again).getString("code")).isEqualTo("invalid_link");
    }

    @Test
    void nobodyLearnsWhoHasAnAccountButItsOwnerDoes() {
        Member member = Member.of(server);

        HttpResponse<String> answer = Member.signUp(api, member.email(), Member.newClient());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Api.json(answer).getBoolean("awaits_verification")).isTrue();
        assertError(api.withKey(Api.json(answer).getString("api_key")).get(ACCOUNT), 401);
        assertThat(server.mailbox().text(member.email(), "You have an account already"))
                .contains("Nothing has changed");
    }

    @Test
    void oneAddressMaySignUpAFewTimesAnHour() {
        String client = Member.newClient();
        for (int i = 0; i < ContractServer.SIGN_UPS_PER_HOUR; i++) {
            assertThat(Member.signUp(api, Member.newEmail(), client).statusCode())
                    .isEqualTo(201);
        }

        HttpResponse<String> refused = Member.signUp(api, Member.newEmail(), client);

        assertError(refused, 429);
        assertThat(Api.json(refused).getString("code")).isEqualTo("too_many_attempts");
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElse("")))
                .isBetween(1L, 3600L);
        assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("3;w=3600");
        assertThat(refused.headers().firstValue("RateLimit-Remaining")).contains("0");
        assertThat(Member.signUp(api, Member.newEmail(), Member.newClient()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatIsFilledInIsChecked() {
        for (String body : List.of(
                "{}",
                "[]",
                "{",
                "{\"email\": \"no address\", \"password\": \"long enough\", \"name\": \"A\"}",
                "{\"email\": \"a@example.org\", \"password\": \"short\", \"name\": \"A\"}",
                "{\"email\": \"a@example.org\", \"password\": \"a@example.org\", \"name\": \"A\"}",
                "{\"email\": \"a@example.org\", \"password\": \"long enough\", \"name\": \" \"}",
                "{\"email\": \"a@example.org\", \"password\": 12345678, \"name\": \"A\"}")) {
            assertError(api.anonymous().send("POST", "/api/v1/signup/", body), 400);
        }
        assertError(
                api.anonymous().send("POST", "/api/v1/signup/", "{\"name\": \"%s\"}".formatted("a".repeat(1 << 20))),
                413);
    }

    @Test
    void aForgottenPasswordIsChosenAnewByTheMailedLink() {
        Member member = Member.of(server);
        Browser before = Browser.signIn(api, member.email(), Member.PASSWORD);

        assertThat(ask(member.email()).statusCode()).isEqualTo(202);
        String token = server.mailbox().token(member.email(), "Choose a new password");
        assertError(choose(token, "short"), 400);
        assertThat(choose(token, "another password").statusCode()).isEqualTo(204);

        assertError(Browser.trySigningIn(api, member.email(), Member.PASSWORD), 401);
        assertError(before.get(ACCOUNT), 401);
        assertThat(Browser.signIn(api, member.email(), "another password")
                        .get(ACCOUNT)
                        .statusCode())
                .isEqualTo(200);
        assertThat(member.api(server).get(ACCOUNT).statusCode()).isEqualTo(200);
        assertError(choose(token, "a third password"), 400);
        assertThat(server.mailbox().text(member.email(), "Your password has been changed"))
                .isNotBlank();
    }

    @Test
    void nobodyLearnsByAskingForAPasswordWhoHasAnAccount() {
        Member member = Member.of(server);

        HttpResponse<String> known = ask(member.email());
        HttpResponse<String> unknown = ask(Member.newEmail());

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body()).isEmpty();
    }

    private HttpResponse<String> ask(String email) {
        return api.send(Api.with(
                api.anonymous().request("/api/v1/password-reset/").header("X-Forwarded-For", Member.newClient()),
                "POST",
                "{\"email\": \"%s\"}".formatted(email)));
    }

    private HttpResponse<String> choose(String token, String password) {
        return api.anonymous()
                .send(
                        "POST",
                        "/api/v1/password-reset/confirm/",
                        "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password));
    }
}
