package stt.blackbox;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who has signed up and followed the mailed link.
 *
 * @param id of the account
 * @param email also the login
 * @param key the first one
 */
record Member(UUID id, String email, String key) {

    static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    /** A new one. */
    static Member of(ContractServer server) {
        String email = newEmail();
        JsonObject account = Api.json(signUp(server.api(), email, newClient()));
        verify(server, email);
        return new Member(UUID.fromString(account.getString("id")), email, account.getString("api_key"));
    }

    static String newEmail() {
        return UUID.randomUUID() + "@example.org";
    }

    /** An address that no test has come from. */
    static String newClient() {
        int number = CLIENTS.incrementAndGet();
        return "198.18." + number / 250 + "." + (number % 250 + 1);
    }

    static HttpResponse<String> signUp(Api api, String email, String client) {
        HttpRequest.Builder request = api.anonymous().request("/api/v1/signup/").header("X-Forwarded-For", client);
        return api.send(Api.with(
                request,
                "POST",
                "{\"email\": \"%s\", \"password\": \"%s\", \"name\": \"Ada\"}".formatted(email, PASSWORD)));
    }

    /** Follows the link that was mailed to {@code email} when it signed up. */
    static HttpResponse<String> verify(ContractServer server, String email) {
        return follow(server.api(), server.mailbox().token(email, "Verify your e-mail address"));
    }

    /** Follows the link that was mailed to {@code email} when it was to become an account's. */
    static HttpResponse<String> verifyNew(ContractServer server, String email) {
        return follow(server.api(), server.mailbox().token(email, "Verify your new e-mail address"));
    }

    static HttpResponse<String> follow(Api api, String token) {
        return api.anonymous().send("POST", "/api/v1/verify-email/", "{\"token\": \"%s\"}".formatted(token));
    }

    Api api(ContractServer server) {
        return server.api().withKey(key);
    }
}
