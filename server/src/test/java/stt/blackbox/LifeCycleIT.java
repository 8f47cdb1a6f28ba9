package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping, as an operator sees it. */
class LifeCycleIT {

    @TempDir
    Path data;

    @Test
    void printsAKeyOnlyTheFirstTimeAndStopsCleanly() throws Exception {
        int port = ServerUnderTest.freePort();
        String key;
        try (ServerUnderTest first = ServerUnderTest.start(data, port, Map.of())) {
            first.awaitLine("Ready: http://localhost:" + port);
            key = first.awaitLine("  API key ").substring("  API key ".length()).strip();
            assertThat(Api.of(first.base(), key).get("/v1/models").statusCode()).isEqualTo(200);
            assertThat(first.stop()).isZero();
        }
        assertThatNoFileContains(key);
        try (ServerUnderTest second = ServerUnderTest.start(data, port, Map.of())) {
            second.awaitLine("Stop with Ctrl-C.");
            assertThat(second.printed()).noneMatch(line -> line.contains("API key"));
            assertThat(Api.of(second.base(), key).get("/v1/models").statusCode())
                    .isEqualTo(200);
            assertThat(second.stop()).isZero();
        }
    }

    @Test
    void endsInOrderOnCtrlCWithLogLinesThatAreJsonAndNameTheirRequest() throws Exception {
        int port = ServerUnderTest.freePort();
        try (ServerUnderTest server = ServerUnderTest.start(data, port, Map.of("STT_LOG_FORMAT", "json"))) {
            server.awaitLine("Stop with Ctrl-C.");
            Api api = Api.of(server.base(), "stt_no-such-key").anonymous();
            api.send(api.request("/v1/nothing").header("X-Request-Id", "a-request-of-mine"));

            assertThat(server.interrupt()).isZero();
        }
        List<JsonObject> lines = Files.readAllLines(data.resolve("logs/server.0.log")).stream()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line)
                .containsKeys("time", "level", "logger", "message", "thread"));
        assertThat(lines)
                .filteredOn(line -> line.getString("request_id", "").equals("a-request-of-mine"))
                .isNotEmpty();
    }

    /** The key's secret is in no log, and in the database only as a hash. */
    private void assertThatNoFileContains(String key) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.resolve("run")))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(key);
            }
        }
    }
}
