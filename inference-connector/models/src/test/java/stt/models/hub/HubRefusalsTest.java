package stt.models.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.models.sources.HubSource;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.sources.SourceFailed;

/** What a hub refuses or does wrong is said in a sentence that keeps its secrets. */
class HubRefusalsTest {
    private static final String WEIGHTS = "model.safetensors";
    private static final String CONFIG = "config.json";

    private final HubServer server = new HubServer();
    private final byte[] weights = new byte[400_000];
    private final List<Duration> pauses = new ArrayList<>();
    private final Path target;
    private final Path partials;

    HubRefusalsTest(@TempDir Path folder) throws IOException {
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
    void stopsWhatIsLongerThanItShouldBe() {
        server.fault((exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(content);
            }
        });
        assertThatThrownBy(() -> download(server.hub(), source(WEIGHTS)))
                .isInstanceOf(SourceFailed.class)
                .hasMessageEndingWith("it has more than 400000 bytes.");
    }

    @Test
    void theCatalogsHashCountsMoreThanTheHubs() {
        ModelFile known = new ModelFile(WEIGHTS, weights.length, "0".repeat(64));
        HubSource source = new HubSource(HubServer.REPOSITORY, HubServer.COMMIT, List.of(WEIGHTS), List.of(known));
        assertThatThrownBy(() -> download(server.hub(), source))
                .isInstanceOf(SourceFailed.class)
                .hasMessage(HubServer.REPOSITORY + " on 127.0.0.1 has another " + WEIGHTS + " than the catalog knows.");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void givesUpWhenAskedToWaitTooLong() {
        server.fault(HubServer.status(429, "Retry-After", "3600"));
        assertThatThrownBy(() -> download(server.hub(), source(WEIGHTS)))
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("overloaded or out of order (127.0.0.1 answers 429); try again later");
        assertThat(pauses).isEmpty();
    }

    @Test
    void givesUpAfterFourFailuresInARow() {
        for (int i = 0; i < 4; i++) {
            server.fault(HubServer.status(503));
        }
        assertThatThrownBy(() -> download(server.hub(), source(WEIGHTS)))
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("answers 503");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void saysThatATokenIsWanted() {
        server.wantedToken = "hf_secret";
        assertThatThrownBy(() -> download(server.hub(), source(WEIGHTS)))
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("wants a token for somebody/model; set STT_MODELS_HUB_TOKEN");
        assertThatThrownBy(() -> download(server.hub("hf_wrong"), source(WEIGHTS)))
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("does not accept the token")
                .hasMessageNotContaining("hf_wrong");
        assertThat(pauses).isEmpty();
    }

    @Test
    void saysWhatTheHubRefusesOrLacks() {
        server.fault(HubServer.status(403));
        refused(source(WEIGHTS), "refuses access to somebody/model; its terms may have to be accepted there");
        server.fault(HubServer.status(404));
        refused(source(WEIGHTS), "has no somebody/model at " + HubServer.COMMIT);
        server.fault(HubServer.status(418));
        refused(source(WEIGHTS), "answers 418 for somebody/model");
        refused(source("absent.bin"), "somebody/model on 127.0.0.1 has no absent.bin.");
        refused(
                new HubSource("some/other", HubServer.COMMIT, List.of(WEIGHTS), List.of()),
                "has no some/other at " + HubServer.COMMIT);
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:///etc/passwd", "ftp://127.0.0.1/x", "http://[bad", "gopher:x"})
    void followsNoRedirectThatIsNotSafe(String location) {
        server.fault((exchange, content) -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
        assertThatThrownBy(() -> download(server.hub(), source(WEIGHTS))).isInstanceOf(SourceFailed.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void followsNoRedirectsWithoutEnd() {
        for (int i = 0; i < 6; i++) {
            server.fault((exchange, content) -> {
                exchange.getResponseHeaders().set("Location", "/" + WEIGHTS);
                exchange.sendResponseHeaders(307, -1);
            });
        }
        refused(source(WEIGHTS), "redirects without end");
    }

    @Test
    void noMessageHoldsTheAddressOfARedirect() {
        for (int i = 0; i < 4; i++) {
            server.fault(HubServer.endsAfter(0));
        }
        assertThatThrownBy(() -> download(server.hub(), source(WEIGHTS)))
                .isInstanceOf(SourceFailed.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysThatTheHubCannotBeReached() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Hub offline = new Hub(URI.create("http://127.0.0.1:" + nobody), Optional.empty());
        assertThatThrownBy(() -> download(offline, source(WEIGHTS)))
                .isInstanceOf(SourceFailed.class)
                .hasMessage(
                        "the models' hub cannot be reached (127.0.0.1: ConnectException); check the network, the proxy"
                                + " and STT_MODELS_HUB, or fetch the files elsewhere and use --from DIR.");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void refusesListingsThatAreNone() {
        server.with(WEIGHTS, weights);
        Hub hub = new Hub(URI.create(server.hub().base() + "/" + "somebody"), Optional.empty());
        assertThatThrownBy(() -> download(hub, source(WEIGHTS))).isInstanceOf(SourceFailed.class);
    }

    @Test
    void checksTheDiskFirst() {
        assertThatThrownBy(() -> new HubDownload("model", source(WEIGHTS), server.hub(), pauses::add)
                        .into(target, partials, Integer.MAX_VALUE, Progress.SILENT))
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("MB are free");
        assertThat(server.requests).isEmpty();
    }

    private void refused(HubSource source, String because) {
        assertThatThrownBy(() -> download(server.hub(), source))
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining(because);
    }

    private List<ModelFile> download(Hub hub, HubSource source) throws IOException {
        return new HubDownload("model", source, hub, pauses::add).into(target, partials, 1, Progress.SILENT);
    }

    private static HubSource source(String... files) {
        return new HubSource(HubServer.REPOSITORY, HubServer.COMMIT, List.of(files), List.of());
    }
}
