package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploads that are too large, malformed or abandoned, byte by byte; whatever happens, no spool file stays. */
class UploadsIT {

    private static final int MEGABYTE = 1_000_000;
    private static final int POOL_SIZE = 2;
    private static final byte[] NO_RECORDING = "no recording".getBytes(StandardCharsets.US_ASCII);

    private final Api api = SharedServer.api();

    @AfterEach
    void leavesNoSpoolFile() throws IOException {
        // The client may have its answer a moment before the file is deleted; another answer comes after that.
        assertThat(api.get("/v1/models").statusCode()).isEqualTo(200);
        assertThat(SpoolFiles.in(SharedServer.dataDirectory())).isEmpty();
    }

    @Test
    void refusesAnUploadByItsAnnouncedLengthBeforeItIsSent() throws IOException {
        try (RawUpload upload = new RawUpload(api.base())) {
            List<String> answer =
                    upload.head("Content-Length: " + 200L * MEGABYTE).answerHead();

            assertThat(answer.get(0)).contains(" 413 ");
            assertThat(answer).anyMatch(line -> line.equalsIgnoreCase("Connection: close"));
        }
    }

    @Test
    void refusesAnUploadThatGrowsBeyondTheLimit() throws IOException {
        try (RawUpload upload = new RawUpload(api.base())) {
            upload.head("Transfer-Encoding: chunked");
            upload.chunk("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[MEGABYTE];
            try {
                for (int i = 0; i < 110; i++) {
                    upload.chunk(megabyte);
                }
            } catch (IOException refused) {
                assertThat(refused).hasMessageMatching("(?i).*(pipe|reset|abort).*");
            }

            assertThat(upload.answerHead().get(0)).contains(" 413 ");
        }
    }

    @Test
    void refusesWhatItsLengthForbidsAlsoForSendersThatWaitForTheGoAhead() throws IOException {
        try (RawUpload upload = new RawUpload(api.base())) {
            upload.head("Content-Length: " + 200L * MEGABYTE, "Expect: 100-continue");

            assertThat(upload.answerHead()).first().asString().startsWith("HTTP/1.1 100 "); // Grizzly's own
            assertThat(upload.answerHead().get(0)).contains(" 413 ");
        }
    }

    @Test
    void givesTheGoAheadForABodyOfKnownLength() throws IOException {
        byte[] form = RawUpload.form(NO_RECORDING);
        try (RawUpload upload = new RawUpload(api.base())) {
            upload.head("Content-Length: " + form.length, "Expect: 100-continue");
            assertThat(upload.answerHead()).first().asString().startsWith("HTTP/1.1 100 ");

            upload.bytes(form);
            assertThat(upload.answerHead()).first().asString().startsWith("HTTP/1.1 400 ");
        }
    }

    /** Grizzly gives the go-ahead for a chunked body late, when its first chunk begins: see stt.web.http. */
    @Test
    void takesAChunkedBodyWhoseSenderDoesNotWaitForTheGoAheadForEver() throws IOException {
        try (RawUpload upload = new RawUpload(api.base())) {
            upload.head("Transfer-Encoding: chunked", "Expect: 100-continue");
            upload.chunk(RawUpload.form(NO_RECORDING)).chunk(new byte[0]);

            List<String> head = upload.answerHead();
            if (head.get(0).startsWith("HTTP/1.1 100 ")) { // not sent when the body is there already (RFC 9110, 10.1.1)
                head = upload.answerHead();
            }
            assertThat(head).first().asString().startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void answersTheJdksClientThatWaitsForTheGoAhead() {
        Multipart form = new Multipart().file("notes.txt", NO_RECORDING);

        Api.assertError(afterTheGoAhead(form.body()), 400);
    }

    @Test
    @Tag("models")
    void stopsTheWorkForClientsThatGoAway() throws IOException {
        byte[] hours = Wav.repeated(JFK, 400);
        for (int i = 0; i < POOL_SIZE; i++) {
            try (RawUpload upload = new RawUpload(api.base())) {
                upload.whole(hours, "Authorization: Bearer " + SharedServer.key());
            }
        }

        // Both sessions would be busy for minutes; this waits for one of them no longer than the pool allows.
        assertThat(api.transcribe(new Multipart().file(JFK)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> afterTheGoAhead(BodyPublisher body) {
        return api.send(api.request("/v1/transcribe")
                .expectContinue(true)
                .header("Content-Type", Multipart.contentType())
                .POST(body));
    }
}
