package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Signing up where no mail is sent. */
class SignUpIT {

    private final Api api = SharedServer.api();

    private HttpResponse<String> signUp(String email) {
        return Member.signUp(api, email, "203.0.113.1"); // this server trusts no proxy
    }

    @Test
    void theAccountIsThereAtOnceAndItsAddressTaken() {
        String email = Member.newEmail();

        HttpResponse<String> answer = signUp(email);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonObject signedUp = Api.json(answer);
        assertThat(signedUp.getBoolean("awaits_verification")).isFalse();
        Api own = api.withKey(signedUp.getString("api_key"));
        assertThat(Api.json(own.get("/api/v1/account/")).getString("email")).isEqualTo(email);
        assertError(signUp(email), 409);
        assertThatAnotherAddressCountsAtOnce(own);
    }

    private static void assertThatAnotherAddressCountsAtOnce(Api own) {
        String next = Member.newEmail();

        HttpResponse<String> moved = own.send("PATCH", "/api/v1/account/", "{\"email\": \"%s\"}".formatted(next));
        HttpResponse<String> taken =
                own.send("PATCH", "/api/v1/account/", "{\"email\": \"admin@localhost\", \"name\": \"Eve\"}");

        assertThat(Api.json(moved).getString("email")).isEqualTo(next);
        assertError(taken, 409);
        assertThat(Api.json(own.get("/api/v1/account/")).getString("name")).isEqualTo("Ada");
    }

    @Test
    void aForgottenPasswordIsTheAdministratorsBusiness() {
        assertError(api.anonymous().send("POST", "/api/v1/password-reset/", "{\"email\": \"admin@localhost\"}"), 501);
    }
}
