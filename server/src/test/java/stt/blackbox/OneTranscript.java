package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.assertError;
import static stt.blackbox.Api.json;
import static stt.blackbox.LibraryContract.LIST;
import static stt.blackbox.LibraryContract.titles;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What must be possible with a transcript of "jfk.wav".
 *
 * @param mine its owner
 * @param path where it is
 */
record OneTranscript(Api mine, String path, ApiDocument document) {

    void canBeEdited() {
        HttpResponse<String> renamed =
                mine.send("PATCH", path, "{\"title\": \"Inaugur\u00e9.wav\", \"speakers\": {\"Speaker 1\": \"JFK\"}}");
        HttpResponse<String> edited =
                mine.send("PATCH", path + "segments/0/", "{\"text\": \"My fellow Martians.\", \"speaker\": null}");

        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(document.violations("patch", "/api/v1/transcripts/{id}", 200, renamed.body()))
                .isEmpty();
        assertThat(json(renamed).getString("original_title")).isEqualTo("jfk.wav");
        assertThat(json(renamed).getJsonArray("speakers").getString(0)).isEqualTo("JFK");
        assertThat(document.violations("patch", "/api/v1/transcripts/{id}/segments/{order}", 200, edited.body()))
                .isEmpty();
        assertThat(json(edited).getString("original_text")).contains("fellow");
        assertThat(json(edited).getString("original_speaker")).isEqualTo("Speaker 1");
        assertThat(titles(json(mine.get(LIST + "?q=martians")))).hasSize(1);
        assertThat(json(mine.get(path)).getString("text")).contains("My fellow Martians.");
        for (String wrong : List.of("{}", "{\"text\": \"\"}", "[]", "nothing")) {
            assertError(mine.send("PATCH", path + "segments/0/", wrong), 400);
        }
        assertError(mine.send("PATCH", path, "{\"speakers\": {\"Nobody\": \"X\"}}"), 400);
        assertError(mine.send("PATCH", path + "segments/99999/", "{\"text\": \"x\"}"), 404);
    }

    void canBeListenedTo(Path recording) throws IOException {
        byte[] sent = Files.readAllBytes(recording);
        HttpResponse<byte[]> whole = mine.bytes(mine.request(path + "audio/"));
        HttpResponse<byte[]> range = mine.bytes(mine.request(path + "audio/").header("Range", "bytes=44-143"));
        HttpResponse<byte[]> again = mine.bytes(mine.request(path + "audio/")
                .header("If-None-Match", whole.headers().firstValue("ETag").orElseThrow()));

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(sent);
        assertThat(whole.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(range.statusCode()).isEqualTo(206);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(sent, 44, 144));
        assertThat(range.headers().firstValue("Content-Range")).contains("bytes 44-143/" + sent.length);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(mine.bytes(mine.request(path + "audio/").header("Range", "bytes=" + sent.length + "-"))
                        .statusCode())
                .isEqualTo(416);
    }

    void canBeExported() {
        Map<String, String> types = Map.of(
                "txt", "text/plain",
                "srt", "application/x-subrip",
                "vtt", "text/vtt",
                "json", "application/json",
                "csv", "text/csv",
                "pdf", "application/pdf",
                "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        types.forEach((format, type) -> {
            HttpResponse<byte[]> file = mine.bytes(mine.request(path + "export/" + format + "/"));
            assertThat(file.statusCode()).as(format).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith(type);
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"Inaugure.%s\"; filename*=UTF-8''Inaugur%%C3%%A9.%s"
                            .formatted(format, format));
            assertThat(file.body().length).isPositive();
        });
        for (String format : List.of("txt", "srt", "vtt", "json", "csv")) {
            assertThat(mine.get(path + "export/" + format + "/").body())
                    .as(format)
                    .contains("My fellow Martians.");
        }
        assertError(mine.get(path + "export/exe/"), 400);
    }
}
