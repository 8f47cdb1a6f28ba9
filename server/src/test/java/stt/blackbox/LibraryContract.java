package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;
import static stt.blackbox.Api.assertError;
import static stt.blackbox.Api.json;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.blackbox.SqlAccounts.Made;
import stt.blackbox.SqlTranscripts.Row;

/** Kept transcripts and their recordings over HTTP; one subclass for each database. */
@Tag("models")
abstract class LibraryContract {

    static final String LIST = "/api/v1/transcripts/";
    private static final Instant DAY = Instant.parse("2026-11-20T12:00:00Z");
    private static final int MOST_TRIES = 20_000;
    private final ContractServer server;
    private final Api api;
    private final ApiDocument document;

    LibraryContract(ContractServer server) {
        this.server = server;
        this.api = server.api();
        this.document = ApiDocument.of(api);
    }

    @Test
    void aListIsPagedNewestFirst() {
        Made account = server.accounts().make("FREE");
        for (int i = 0; i < 5; i++) {
            sql().add(account.id(), new Row("t" + i, "COMPLETED", "en", DAY.plusSeconds(i)));
        }
        Api mine = api.withKey(account.key());

        HttpResponse<String> first = mine.get(LIST + "?page_size=2&language=en");
        JsonObject page = json(first);

        assertThat(document.violations("get", "/api/v1/transcripts", 200, first.body()))
                .isEmpty();
        assertThat(page.keySet()).containsExactly("count", "next", "previous", "results");
        assertThat(page.getInt("count")).isEqualTo(5);
        assertThat(page.isNull("previous")).isTrue();
        assertThat(titles(page)).containsExactly("t4", "t3");
        JsonObject second = json(mine.get(pathOf(page.getString("next"))));
        assertThat(titles(second)).containsExactly("t2", "t1");
        assertThat(titles(json(mine.get(pathOf(second.getString("previous")))))).containsExactly("t4", "t3");
        JsonObject last = json(mine.get(pathOf(second.getString("next"))));
        assertThat(titles(last)).containsExactly("t0");
        assertThat(last.isNull("next")).isTrue();
        assertThat(titles(json(mine.get(LIST + "?page=9")))).isEmpty();
    }

    @Test
    void filtersLeaveOutWhatTheyMust() {
        Made account = server.accounts().make("FREE");
        sql().add(account.id(), new Row("old", "COMPLETED", "en", DAY));
        sql().add(account.id(), new Row("failed", "FAILED", "de", DAY.plus(Duration.ofDays(1))));
        sql().add(account.id(), new Row("running", "PROCESSING", "de", DAY.plus(Duration.ofDays(2))));
        Api mine = api.withKey(account.key());

        assertThat(titles(json(mine.get(LIST + "?status=processing")))).containsExactly("running");
        assertThat(titles(json(mine.get(LIST + "?language=de")))).containsExactly("running", "failed");
        assertThat(titles(json(mine.get(LIST + "?date=2026-11-21")))).containsExactly("failed");
        assertThat(titles(json(mine.get(LIST + "?date_from=2026-11-21")))).containsExactly("running", "failed");
        assertThat(titles(json(mine.get(LIST + "?date_to=2026-11-21")))).containsExactly("failed", "old");
        for (String wrong : List.of("status=done", "language=xx", "date=today", "date_from=1", "page=0", "q=.")) {
            assertError(mine.get(LIST + "?" + wrong), 400);
        }
        assertError(api.anonymous().get(LIST + "?page=0"), 401);
    }

    @Test
    void aTranscriptIsKeptFoundEditedListenedToExportedAndRemoved() throws IOException {
        Made account = server.accounts().make("FREE");
        Api mine = api.withKey(account.key());
        HttpResponse<String> made = mine.transcribe(
                new Multipart().file(JFK).field("model", "tiny.en").field("diarize", "true"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        String path = LIST + made.headers().firstValue("X-Transcript-Id").orElseThrow() + "/";

        HttpResponse<String> kept = mine.get(path);
        JsonObject detail = json(kept);

        assertThat(document.violations("get", "/api/v1/transcripts/{id}", 200, kept.body()))
                .isEmpty();
        for (String field : List.of("text", "language", "duration", "speakers", "turns")) {
            assertThat(detail.get(field)).as(field).isEqualTo(json(made).get(field));
        }
        assertThat(detail.getJsonArray("segments").getJsonObject(0).get("words"))
                .isEqualTo(json(made).getJsonArray("segments").getJsonObject(0).get("words"));
        assertThat(titles(json(mine.get(LIST + "?q=ask%20countr*")))).containsExactly("jfk.wav");

        OneTranscript own = new OneTranscript(mine, path, document);
        own.canBeEdited();
        own.canBeListenedTo(JFK);
        own.canBeExported();

        assertThat(mine.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertError(mine.get(path), 404);
        assertError(mine.get(path + "audio/"), 404);
        assertThat(SqlTranscripts.recording(server, UUID.fromString(path.substring(LIST.length(), path.length() - 1))))
                .doesNotExist();
    }

    @Test
    void nobodyElseSeesItOrChangesIt() {
        UUID owner = server.accounts().make("FREE").id();
        UUID id = sql().add(owner, new Row("secret", "COMPLETED", "en", DAY));
        sql().speak(id, 1);
        Api other = api.withKey(server.accounts().make("FREE").key());
        for (String missing : List.of(id.toString(), UUID.randomUUID().toString(), "1", "1-1-1-1-1")) {
            String path = LIST + missing + "/";
            assertError(other.get(path), 404);
            assertError(other.send("DELETE", path, ""), 404);
            assertError(other.send("PATCH", path, "nothing"), 404);
            assertError(other.send("PATCH", path + "segments/0/", "nothing"), 404);
            assertError(other.get(path + "audio/"), 404);
            assertError(other.get(path + "export/exe/"), 404);
        }
        assertThat(json(other.get(LIST)).getInt("count")).isZero();
        assertThat(server.accounts()
                        .number("select count(*) from transcript where title = 'secret' and account_id = ?", owner))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotDoneYetIsToldAndNotExported() {
        Made account = server.accounts().make("FREE");
        UUID id = sql().add(account.id(), new Row("running", "PROCESSING", "en", DAY));
        Api mine = api.withKey(account.key());

        HttpResponse<String> answer = mine.get(LIST + id + "/");
        JsonObject detail = json(answer);

        assertThat(document.violations("get", "/api/v1/transcripts/{id}", 200, answer.body()))
                .isEmpty();
        assertThat(detail.getString("status")).isEqualTo("processing");
        assertThat(detail.getInt("progress")).isEqualTo(40);
        assertThat(detail.getJsonArray("segments")).isEmpty();
        assertError(mine.get(LIST + id + "/export/txt/"), 409);
        assertError(mine.get(LIST + id + "/export/exe/"), 400);
        assertThat(mine.send("DELETE", LIST + id + "/", "").statusCode()).isEqualTo(204);
        assertError(mine.get(LIST + id + "/"), 404);
    }

    @Test
    void aTranscriptOfTenHoursIsGivenWhole() {
        Made account = server.accounts().make("FREE");
        UUID id = sql().add(account.id(), new Row("long", "COMPLETED", "en", DAY));
        sql().speak(id, 9_000);
        Api mine = api.withKey(account.key());

        assertThat(json(mine.get(LIST + id + "/")).getJsonArray("segments")).hasSize(9_000);
        assertThat(mine.get(LIST + id + "/export/csv/").body().lines()).hasSize(9_001);
        assertThat(mine.get(LIST + id + "/export/srt/").body()).contains("sentence number 8999 of");
        assertThat(mine.bytes(mine.request(LIST + id + "/export/pdf/")).body())
                .endsWith("%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anAccountsDaysRemoveWhatIsOlderWithItsRecording() throws IOException {
        Made account = server.accounts().make("FREE");
        UUID id = sql().add(account.id(), new Row("old", "COMPLETED", "en", DAY.minus(Duration.ofDays(365))));
        UUID young = sql().add(account.id(), new Row("young", "COMPLETED", "en", Instant.now()));
        Path recording = place(id, Instant.now());
        sql().haveRecording(id);
        Api mine = api.withKey(account.key());

        HttpResponse<String> decided = mine.send("PATCH", "/api/v1/account/", "{\"retention_days\": 30}");

        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        await(() -> mine.get(LIST + id + "/").statusCode() == 404);
        await(() -> !Files.exists(recording));
        assertThat(mine.get(LIST + young + "/").statusCode()).isEqualTo(200);
    }

    @Test
    void recordingsWithoutATranscriptAreSweptAndNoOthers() throws IOException {
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        UUID owned = sql().add(server.accounts().make("FREE").id(), new Row("a", "COMPLETED", "en", DAY));
        sql().haveRecording(owned);
        Path kept = place(owned, longAgo);
        Path fresh = place(UUID.randomUUID(), Instant.now());
        Path orphan = place(UUID.randomUUID(), longAgo);

        await(() -> !Files.exists(orphan));

        assertThat(kept).exists();
        assertThat(fresh).exists();
    }

    private Path place(UUID transcript, Instant time) throws IOException {
        Path file = SqlTranscripts.recording(server, transcript);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "sound");
        Files.setLastModifiedTime(file, FileTime.from(time));
        return file;
    }

    private SqlTranscripts sql() {
        return new SqlTranscripts(server.accounts().url(), server.accounts().user());
    }

    /** Asks again and again: whoever does it does it soon. */
    private void await(BooleanSupplier done) {
        for (int i = 0; i < MOST_TRIES; i++) {
            if (done.getAsBoolean()) {
                return;
            }
            api.get("/v1/models");
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    static List<String> titles(JsonObject page) {
        return page.getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("title"))
                .toList();
    }
}
