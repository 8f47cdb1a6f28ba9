package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void saysInOneSentenceThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerUnderTest server = ServerUnderTest.start(data, taken.getLocalPort(), Map.of())) {
            assertThat(server.awaitEnd())
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort() + " is in use");
            assertThat(server.exitCode()).isEqualTo(1);
        }
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
