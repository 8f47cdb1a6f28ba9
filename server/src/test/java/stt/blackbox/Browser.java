package stt.blackbox;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * A browser with a session.
 *
 * @param api without a key
 * @param cookie name and value
 * @param token against requests from other sites
 */
record Browser(Api api, String cookie, String token) {

    /** Signs in; fails when that is refused. */
    static Browser signIn(Api api, String email, String password) {
        HttpResponse<String> answer = trySigningIn(api, email, password);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        String cookie = setCookies(answer).get(0).split(";", 2)[0];
        return new Browser(api.anonymous(), cookie, Api.json(answer).getString("csrf_token"));
    }

    static HttpResponse<String> trySigningIn(Api api, String email, String password) {
        return api.send(Api.with(
                api.anonymous().request("/api/v1/session/").header("X-Forwarded-For", Member.newClient()),
                "POST",
                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password)));
    }

    static List<String> setCookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    /** As another site's page, or a program, could have the browser send it: with the cookie alone. */
    HttpRequest.Builder request(String path) {
        return api.request(path).header("Cookie", cookie);
    }

    HttpResponse<String> get(String path) {
        return api.send(request(path).GET());
    }

    /** As a page of the server itself has it sent. */
    HttpResponse<String> send(String method, String path, String json) {
        return api.send(Api.with(request(path).header("Sec-Fetch-Site", "same-origin"), method, json));
    }
}
