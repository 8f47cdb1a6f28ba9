package stt.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The one server that the tests share; it ends with their virtual machine. */
final class SharedServer {

    /** Every test is the same caller: what limits do is for {@link CreditsContract}. */
    private static final Map<String, String> GENEROUS = Map.of(
            "STT_LIMITS_ANONYMOUS_FILES_PER_DAY", "1000000",
            "STT_LIMITS_ANONYMOUS_CONCURRENCY", "100",
            "STT_LIMITS_ADMINISTRATOR_CONCURRENCY", "100");

    private static final SharedServer ONLY = new SharedServer();

    private final Path data;
    private final OwnStore models;
    private final SilentHub hub = SilentHub.start();
    private final ServerUnderTest server;
    private final String key;

    private SharedServer() {
        try {
            data = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "stt-blackbox");
            models = OwnStore.below(data);
            Map<String, String> settings = new HashMap<>(GENEROUS);
            settings.put("STT_MODELS_DIR", models.folder().toString());
            settings.put("STT_MODELS_HUB", hub.address());
            server = ServerUnderTest.start(data, ServerUnderTest.freePort(), settings);
            server.awaitLine("Ready: ");
            String line = server.awaitLine("  API key ");
            key = line.substring("  API key ".length()).strip();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop the server under test"));
            awaitModels();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the administrator's key. */
    static Api api() {
        return Api.of(ONLY.server.base(), ONLY.key);
    }

    static String key() {
        return ONLY.key;
    }

    static Path dataDirectory() {
        return ONLY.data;
    }

    /** Its models, for the tests alone. */
    static OwnStore models() {
        return ONLY.models;
    }

    /** Where it looks for models that it does not have. */
    static SilentHub hub() {
        return ONLY.hub;
    }

    /** Models load in the background. */
    private void awaitModels() {
        HttpResponse<String> health;
        do {
            health = Api.of(server.base(), key).get("/health");
        } while (health.body().contains("\"loading\""));
    }
}
