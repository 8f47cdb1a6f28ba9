package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.assertError;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stt.blackbox.SqlAccounts.Made;

/** Transcriptions that nobody waits for, over HTTP; one subclass for each database. */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JobsContract {

    private static final String CHARGES = "select count(*) from credit_entry where account_id = ? and kind = 'CHARGE'";
    private static final String HELD = "select held from credit_balance where account_id = ?";
    private static final String RESERVATIONS = "select count(*) from reservation where account_id = ?";
    private static final String TRANSCRIPTS = "select count(*) from transcript where account_id = ?";
    private static final int MOST = 3;

    private ServerUnderTest server;
    private SqlAccounts accounts;

    /** What tells the server which database is its own. */
    abstract Map<String, String> database();

    /** The same database, for tests. */
    abstract SqlAccounts accounts();

    abstract Path folder();

    @BeforeAll
    void start() throws Exception {
        server = started("first");
        accounts = accounts();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    ServerUnderTest started(String name) throws IOException {
        ServerUnderTest node = ServerUnderTest.start(folder().resolve(name), ServerUnderTest.freePort(), settings());
        node.awaitLine("Stop with");
        return node;
    }

    ServerUnderTest server() {
        return server;
    }

    /** The tests go on with {@code other}. */
    void goOnWith(ServerUnderTest other) {
        server = other;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database());
        settings.put("STT_INFERENCE_PRELOAD", "tiny.en");
        settings.put("STT_ACCOUNTS_KEY_FILE", folder().resolve("secrets.key").toString());
        settings.put("STT_JOBS_DIR", jobsFolder().toString());
        settings.put("STT_JOBS_POLL", "PT0.2S");
        settings.put("STT_JOBS_HEARTBEAT", "PT2S");
        settings.put("STT_JOBS_REPORT_EVERY", "PT0.2S");
        settings.put("STT_JOBS_BUSY_RETRY_AFTER", "PT0.2S");
        settings.put("STT_JOBS_MOST_PER_ACCOUNT", Integer.toString(MOST));
        settings.put("STT_WEBHOOKS_ALLOW_HTTP", "true");
        settings.put("STT_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8,::1");
        settings.put("STT_WEBHOOKS_RETRY_AFTER", "PT0.2S");
        return settings;
    }

    private Path jobsFolder() {
        return folder().resolve("jobs");
    }

    @Test
    void aRecordingIsQueuedTranscribedAndChargedOnce() throws Exception {
        Made paid = paid();

        HttpResponse<String> accepted = queue(api(paid), speech());

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        JsonObject body = Api.json(accepted);
        String path = "/api/v1/transcripts/" + body.getString("id") + "/";
        assertThat(header(accepted, "Location")).isEqualTo(path);
        assertThat(header(accepted, "Preference-Applied")).isEqualTo("respond-async");
        assertThat(body.getString("status")).isEqualTo("queued");
        assertThat(body.getString("url")).isEqualTo(path);
        assertThat(body.getInt("position")).isGreaterThanOrEqualTo(1);

        List<JsonObject> events = events(paid, body.getString("id"));
        assertThat(events.get(events.size() - 1).getString("status")).isEqualTo("completed");
        assertSettled(paid, 1);
        assertThat(accounts.number(
                        "select count(*) from segment s join transcript t on t.id = s.transcript_id"
                                + " where t.account_id = ?",
                        paid.id()))
                .isPositive();
    }

    @Test
    void progressIsToldUntilTheEnd() throws Exception {
        Made paid = paid();
        HttpResponse<String> accepted = queue(api(paid), minutes(3));

        List<JsonObject> events = events(paid, Api.json(accepted).getString("id"));

        List<String> statuses = events.stream()
                .map(event -> event.getString("status"))
                .distinct()
                .toList();
        assertThat(statuses).endsWith("processing", "completed");
        assertThat(events.stream()
                        .filter(event -> event.containsKey("progress"))
                        .map(event -> event.getInt("progress")))
                .isSorted()
                .anyMatch(percent -> percent > 0);
    }

    @Test
    void whoHasNoKeyHasToWait() throws IOException {
        HttpResponse<String> answer = queue(Api.of(server.base(), "none").anonymous(), speech());

        assertError(answer, 401);
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndOneJob() throws Exception {
        Made paid = paid();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = queue(api(paid), speech(), key);
        HttpResponse<String> again = queue(api(paid), speech(), key);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(accounts.number(TRANSCRIPTS, paid.id())).isEqualTo(1);
        events(paid, Api.json(first).getString("id"));
        assertSettled(paid, 1);
    }

    @Test
    void nobodyQueuesMoreThanMay() throws Exception {
        Made paid = paid();
        List<String> queued = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            queued.add(Api.json(queue(api(paid), minutes(3))).getString("id"));
        }

        HttpResponse<String> refused = queue(api(paid), speech());

        assertError(refused, 429);
        assertThat(Api.json(refused).getString("code")).isEqualTo("queue_full");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isPositive();
        assertThat(header(refused, "RateLimit-Limit")).isEqualTo(Integer.toString(MOST));
        for (String id : queued) {
            events(paid, id);
        }
        assertSettled(paid, MOST);
    }

    @Test
    void whatCannotBePaidIsNotQueued() throws Exception {
        Made poor = accounts.make("PAID");

        assertError(queue(api(poor), speech()), 402);
        assertError(
                queue(api(paid()), new Multipart().file("a.wav", "no sound".getBytes(StandardCharsets.US_ASCII))), 400);
        assertThat(accounts.number(TRANSCRIPTS, poor.id())).isZero();
        assertSettled(poor, 0);
    }

    @Test
    void somebodyElsesProgressIsNotThere() throws Exception {
        Made paid = paid();
        String id = Api.json(queue(api(paid), speech())).getString("id");

        assertError(api(paid()).get(events(id)), 404);
        assertError(api(paid).get(events(UUID.randomUUID().toString())), 404);
        assertError(api(paid).get(events("nothing")), 404);
        assertError(api(paid).anonymous().get(events(id)), 401);
        events(paid, id);
    }

    @Test
    void whatCannotSucceedFailsWithAReasonAndCostsNothing() throws Exception {
        Made paid = paid();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            secret(paid);
            HttpResponse<String> accepted =
                    queue(api(paid), speech().field("language", "de").field("callback_url", receiver.url()));

            List<JsonObject> events = events(paid, Api.json(accepted).getString("id"));
            JsonObject message = json(receiver.next().body());

            JsonObject last = events.get(events.size() - 1);
            assertThat(last.getString("status")).isEqualTo("failed");
            assertThat(last.getString("error")).contains("tiny.en").endsWith(".");
            assertThat(message.getString("type")).isEqualTo("transcript.failed");
            assertThat(message.getJsonObject("data").getString("error")).isEqualTo(last.getString("error"));
            assertSettled(paid, 0);
        }
    }

    @Test
    void theEndIsToldByASignedWebhookThatIsSentAgainUntilItIsTaken() throws Exception {
        Made paid = paid();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            receiver.refuse(1);
            String secret = secret(paid);

            String id = Api.json(queue(api(paid), speech().field("callback_url", receiver.url())))
                    .getString("id");
            WebhookReceiver.Delivery refused = receiver.next();
            WebhookReceiver.Delivery taken = receiver.next();

            assertThat(taken.id()).isEqualTo(refused.id()).startsWith("msg_");
            assertThat(taken.body()).isEqualTo(refused.body());
            assertSigned(refused, secret);
            assertSigned(taken, secret);
            JsonObject data = json(taken.body()).getJsonObject("data");
            assertThat(json(taken.body()).getString("type")).isEqualTo("transcript.completed");
            assertThat(data.getString("id")).isEqualTo(id);
            assertThat(data.getString("status")).isEqualTo("completed");
            assertThat(data.getString("url")).endsWith("/api/v1/transcripts/" + id + "/");
            assertThat(data.getJsonNumber("duration").doubleValue()).isEqualTo(11.0);
        }
    }

    @Test
    void aClientThatWaitsMayHaveAWebhookToo() throws Exception {
        Made paid = paid();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            String secret = secret(paid);

            HttpResponse<String> answer = api(paid).transcribe(speech().field("callback_url", receiver.url()));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            WebhookReceiver.Delivery delivery = receiver.next();
            assertSigned(delivery, secret);
            assertThat(json(delivery.body()).getJsonObject("data").getString("id"))
                    .isEqualTo(header(answer, "X-Transcript-Id"));
        }
    }

    @Test
    void webhooksGoNowhereForbiddenAndAreNeverUnsigned() throws Exception {
        Made paid = paid();

        assertError(queue(api(paid), speech().field("callback_url", "http://127.0.0.1/")), 400); // no secret
        secret(paid);
        for (String url : List.of("http://10.0.0.1/", "https://169.254.169.254/", "ftp://example.org/", "nowhere")) {
            assertError(queue(api(paid), speech().field("callback_url", url)), 400);
        }
        assertError(api(paid).anonymous().transcribe(speech().field("callback_url", "https://example.org/")), 400);
        assertThat(accounts.number(TRANSCRIPTS, paid.id())).isZero();
    }

    @Test
    void whatIsRemovedIsNotTranscribedAnyMoreAndCostsNothing() throws Exception {
        Made paid = paid();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            secret(paid);
            String running = Api.json(queue(api(paid), minutes(6).field("callback_url", receiver.url())))
                    .getString("id");
            String waiting = queueLong(paid);
            server.awaitChild("ffmpeg");
            HttpResponse<Stream<String>> stream = HttpClient.newHttpClient()
                    .send(api(paid).request(events(running)).build(), BodyHandlers.ofLines());

            assertThat(remove(paid, waiting)).isEqualTo(204);
            assertThat(remove(paid, running)).isEqualTo(204);

            assertThat(stream.body().filter(line -> line.startsWith("event:")).toList())
                    .last()
                    .asString()
                    .endsWith("cancelled");
            assertThat(json(receiver.next().body()).getString("type")).isEqualTo("transcript.cancelled");
            assertError(api(paid).get(events(running)), 404);
            assertNothingIsLeft(paid);
            assertThat(accounts.number(TRANSCRIPTS, paid.id())).isZero();
        }
    }

    String queueLong(Made account) throws IOException {
        return Api.json(queue(api(account), minutes(6))).getString("id");
    }

    void awaitStatus(Made account, String transcript, String status) {
        String path = "/api/v1/transcripts/" + transcript + "/";
        while (!Api.json(api(account).get(path)).getString("status").equals(status)) {
            Thread.onSpinWait();
        }
    }

    int remove(Made account, String transcript) {
        return api(account)
                .send("DELETE", "/api/v1/transcripts/" + transcript + "/", "")
                .statusCode();
    }

    /** Two long recordings, of which one is worked on now. */
    List<String> processingAndQueued(Made paid) throws Exception {
        List<String> ids = new ArrayList<>();
        ids.add(Api.json(queue(api(paid), minutes(6))).getString("id"));
        ids.add(Api.json(queue(api(paid), speech())).getString("id"));
        server.awaitChild("ffmpeg");
        return ids;
    }

    void assertDone(Made paid, List<String> ids) throws Exception {
        for (String id : ids) {
            List<JsonObject> events = events(paid, id);
            assertThat(events.get(events.size() - 1).getString("status")).isEqualTo("completed");
        }
        assertSettled(paid, ids.size());
    }

    /** Runs notice after a while that they are not wanted any more. */
    void assertNothingIsLeft(Made account) throws IOException {
        while (accounts.number(RESERVATIONS, account.id()) > 0) {
            Thread.onSpinWait();
        }
        assertSettled(account, 0);
    }

    /** Nothing is held, nothing waits, and as many transcripts were charged. */
    private void assertSettled(Made account, int charges) throws IOException {
        assertThat(accounts.number(CHARGES, account.id())).isEqualTo(charges);
        assertThat(accounts.number(HELD, account.id())).isZero();
        assertThat(accounts.number(RESERVATIONS, account.id())).isZero();
        assertThat(accounts.number("select count(*) from job where account_id = ?", account.id()))
                .isZero();
        assertThat(accounts.number("select taken from caller_slots where caller = concat('account:', ?)", account.id()))
                .isZero();
        while (!isEmpty(jobsFolder())) {
            Thread.onSpinWait(); // The file goes right after the transaction.
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void assertSigned(WebhookReceiver.Delivery delivery, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signature = mac.doFinal(
                (delivery.id() + "." + delivery.timestamp() + "." + delivery.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(delivery.signature()).isEqualTo("v1," + Base64.getEncoder().encodeToString(signature));
    }

    /** A new secret that webhooks of {@code account} are signed with. */
    private String secret(Made account) {
        return Api.json(api(account).send("POST", "/api/v1/account/webhook-secret/", ""))
                .getString("secret");
    }

    Made paid() {
        Made paid = accounts.make("PAID");
        accounts.credits(paid.id(), 1_000);
        return paid;
    }

    private Api api(Made account) {
        return Api.of(server.base(), account.key());
    }

    private List<JsonObject> events(Made account, String id) {
        HttpResponse<String> stream = api(account).get(events(id));
        assertThat(stream.statusCode()).as(stream.body()).isEqualTo(200);
        assertThat(header(stream, "Content-Type")).startsWith("text/event-stream");
        return stream.body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> json(line.substring("data:".length())))
                .toList();
    }

    private static String events(String id) {
        return "/api/v1/transcripts/" + id + "/events/";
    }

    private static HttpResponse<String> queue(Api client, Multipart form) {
        return client.send(client.request("/v1/transcribe")
                .header("Prefer", "respond-async")
                .header("Content-Type", Multipart.contentType())
                .POST(form.body()));
    }

    private static HttpResponse<String> queue(Api client, Multipart form, String key) {
        return client.send(client.request("/v1/transcribe")
                .header("Prefer", "wait=5, respond-async")
                .header("Idempotency-Key", key)
                .header("Content-Type", Multipart.contentType())
                .POST(form.body()));
    }

    static Multipart speech() throws IOException {
        return new Multipart().file(JFK).field("model", "tiny.en");
    }

    private static Multipart minutes(int minutes) throws IOException {
        return new Multipart()
                .file("long.wav", Wav.repeated(JFK, minutes * 60 / 11))
                .field("model", "tiny.en")
                .field("diarize", "false");
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
