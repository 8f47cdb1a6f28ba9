package stt.models.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.models.sources.HubSource;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.sources.SourceFailed;

/** Downloads from a real server over real connections; pauses are counted instead of waited for. */
class HubDownloadTest {
    private static final String WEIGHTS = "model.safetensors";
    private static final String CONFIG = "config.json";

    private final HubServer server = new HubServer();
    private final byte[] weights = new byte[400_000];
    private final List<Duration> pauses = new ArrayList<>();
    private final Path target;
    private final Path partials;

    HubDownloadTest(@TempDir Path folder) throws IOException {
        new Random(3).nextBytes(weights);
        server.with(WEIGHTS, weights).with(CONFIG, new byte[] {'{', '}'}).with("empty.txt", new byte[0]);
        target = Files.createDirectory(folder.resolve("target"));
        partials = folder.resolve("partials");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bringsEveryFileWithItsContent() throws IOException {
        List<ModelFile> files = download(server.hub(), source(WEIGHTS, CONFIG, "empty.txt"));
        assertThat(target.resolve(WEIGHTS)).hasBinaryContent(weights);
        assertThat(target.resolve(CONFIG)).hasContent("{}");
        assertThat(target.resolve("empty.txt")).isEmptyFile();
        assertThat(files).extracting(ModelFile::name).containsExactly(WEIGHTS, CONFIG, "empty.txt");
        assertThat(files.get(0).sha256()).isEqualTo(HubServer.hash("SHA-256", weights));
        assertThat(pauses).isEmpty();
    }

    @Test
    void aTokenGoesToTheHubAndNotToWhereItRedirects() throws IOException {
        server.wantedToken = "hf_secret";
        download(server.hub("hf_secret"), source(WEIGHTS));
        assertThat(server.tokensAtHub).containsOnly("Bearer hf_secret");
        assertThat(server.tokensAtStorage).containsExactly("null");
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws IOException {
        server.fault(HubServer.endsAfter(150_000)).fault(HubServer.status(503));
        download(server.hub(), source(WEIGHTS));
        assertThat(target.resolve(WEIGHTS)).hasBinaryContent(weights);
        assertThat(server.requests.get(0)).isEqualTo(WEIGHTS + " null");
        assertThat(server.requests.get(2)).matches(WEIGHTS + " bytes=[1-9][0-9]*-");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void anotherDownloadGoesOnWhereAnEarlierOneEnded() throws IOException {
        breakOff();
        download(server.hub(), source(WEIGHTS));
        assertThat(target.resolve(WEIGHTS)).hasBinaryContent(weights);
        assertThat(server.requests.get(server.requests.size() - 1)).matches(WEIGHTS + " bytes=[1-9][0-9]*-");
    }

    @Test
    void beginsAnewWhenTheContentHasChangedSince() throws IOException {
        breakOff();
        server.entityTag = "\"two\"";
        download(server.hub(), source(WEIGHTS));
        assertThat(target.resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @Test
    void beginsAnewWhenTheRangeIsRefusedOrAnother() throws IOException {
        breakOff();
        server.fault(HubServer.status(416));
        server.fault(HubServer.endsAfter(1000));
        server.fault((exchange, content) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 7-399999/400000");
            exchange.sendResponseHeaders(206, 10);
            exchange.getResponseBody().write(content, 0, 10);
        });
        download(server.hub(), source(WEIGHTS));
        assertThat(target.resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @Test
    void aWeakEntityTagMakesNoContinuation() throws IOException {
        server.entityTag = "W/\"one\"";
        server.fault((exchange, content) -> {
            exchange.getResponseHeaders().set("ETag", "W/\"one\"");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 5000);
            exchange.getResponseBody().flush();
            throw new IOException("as if the cable had been pulled");
        });
        download(server.hub(), source(WEIGHTS));
        assertThat(target.resolve(WEIGHTS)).hasBinaryContent(weights);
        assertThat(server.requests).containsExactly(WEIGHTS + " null", WEIGHTS + " null");
    }

    @Test
    void refusesOtherContentAndForgetsIt() throws IOException {
        byte[] wrong = weights.clone();
        wrong[7] ^= 1;
        server.fault((exchange, content) -> {
            exchange.sendResponseHeaders(200, wrong.length);
            exchange.getResponseBody().write(wrong);
        });
        assertThatThrownBy(() -> download(server.hub(), source(WEIGHTS)))
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining(WEIGHTS + " is not the file that was expected: its hash is ")
                .hasMessageEndingWith(" instead of " + HubServer.hash("SHA-256", weights) + ".");
        assertThat(files(partials)).isEmpty();
        assertThat(files(target)).isEmpty();
        download(server.hub(), source(WEIGHTS));
        assertThat(target.resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void asksAgainAfterAnswersThatPass(int status) throws IOException {
        server.fault(HubServer.status(status)).fault(HubServer.status(status));
        download(server.hub(), source(WEIGHTS));
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void waitsAsLongAsTheHubAsks() throws IOException {
        server.fault(HubServer.status(429, "Retry-After", "17"));
        download(server.hub(), source(WEIGHTS));
        assertThat(pauses).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<String> ends = new ArrayList<>();
        new HubDownload("model", source(WEIGHTS, CONFIG), server.hub(), pauses::add)
                .into(target, partials, 1, (step, done, total) -> {
                    assertThat(done).isBetween(0L, total);
                    if (done == total) {
                        ends.add(step + " " + total);
                    }
                });
        assertThat(ends.stream().distinct()).containsExactly("Downloading model 400002", "Checking model 400002");
    }

    private void breakOff() {
        server.fault(HubServer.endsAfter(200_000));
        for (int i = 0; i < 3; i++) {
            server.fault(HubServer.status(500));
        }
        server.fault(HubServer.status(500));
        assertThatThrownBy(() -> download(server.hub(), source(WEIGHTS))).isInstanceOf(SourceFailed.class);
        pauses.clear();
    }

    private List<ModelFile> download(Hub hub, HubSource source) throws IOException {
        return new HubDownload("model", source, hub, pauses::add).into(target, partials, 1, Progress.SILENT);
    }

    private static HubSource source(String... files) {
        return new HubSource(HubServer.REPOSITORY, HubServer.COMMIT, List.of(files), List.of());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
