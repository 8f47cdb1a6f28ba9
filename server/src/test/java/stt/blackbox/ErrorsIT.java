package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.assertError;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One error shape everywhere, also for what the container answers itself. */
class ErrorsIT {

    private final Api api = SharedServer.api();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1/nothing",
                "/api/v1/nothing/",
                "/v1/transcribe/x",
                "/index.jsp",
                "/WEB-INF/web.xml"
            })
    void answers404WhereNothingIs(String path) {
        assertError(api.get(path), 404);
    }

    @Test
    void answers401WithoutAKeyBeforeItSaysWhetherSomethingExists() {
        assertError(api.anonymous().get("/api/v1/nothing/"), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models", "/v1/languages", "/health"})
    void refusesAnInvalidKeyEvenWhereNoneIsNeeded(String path) {
        assertError(api.withKey("stt_nonsense").get(path), 401);
        assertThat(api.anonymous().get(path).statusCode()).isIn(200, 503);
    }

    @Test
    void answers405And415() {
        assertError(api.get("/v1/transcribe"), 405);
        assertError(
                api.send(api.request("/v1/transcribe")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))),
                415);
    }

    @Test
    void answers400ForAMalformedMultipart() {
        assertError(
                api.send(api.request("/v1/transcribe")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString("this is no multipart body"))),
                400);
        assertError(
                api.send(api.request("/v1/transcribe")
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("--x\r\n\r\n"))),
                400);
    }

    @Test
    void answers400WithoutAFile() {
        assertError(api.transcribe(new Multipart().field("model", "base")), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "model,no-such-model",
        "language,klingon",
        "diarize,perhaps",
        "speakers,-1",
        "speakers,many",
        "response_format,yaml"
    })
    void answers400ForAMalformedField(String name, String value) throws IOException {
        HttpResponse<String> answer = api.transcribe(new Multipart().file(JFK).field(name, value));

        assertError(answer, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just some text",
                "%PDF-1.7 a document",
                "#EXTM3U\nhttp://localhost/secret.ts\n",
                "PK\u0003\u0004 an archive"
            })
    void answers400ForWhatIsNoRecording(String content) {
        HttpResponse<String> answer =
                api.transcribe(new Multipart().file("meeting.mp3", content.getBytes(StandardCharsets.ISO_8859_1)));

        assertError(answer, 400);
    }

    @Test
    void answersTheSameWithAndWithoutATrailingSlash() {
        assertThat(api.get("/v1/models").body())
                .isEqualTo(api.get("/v1/models/").body());
    }

    @Test
    void namesTheRequestInTheAnswer() {
        HttpResponse<String> answer = api.send(api.request("/v1/nothing").header("X-Request-Id", "my-request-17"));

        assertThat(answer.headers().firstValue("X-Request-Id")).contains("my-request-17");
    }
}
