package stt.models.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real command as a process of its own, with real pip where there is one, on machines that lack something. */
class FetchFailureTest {

    private static final String OTHERWISE = ", or fetch the files elsewhere and use --from DIR.\n";

    private final Path temporary;
    private final Path store;

    FetchFailureTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.store = temporary.resolve("store");
    }

    @Test
    void withoutPython() throws Exception {
        assertThat(install(Map.of("PATH", temporary.toString())))
                .isEqualTo("Python 3 with pip is needed to fetch it, and python3 cannot be started;"
                        + " install it (Debian: apt-get install python3-pip)" + OTHERWISE);
    }

    @Test
    @Tag("python")
    void withoutPip() throws Exception {
        Path python = temporary.resolve("python3");
        Files.writeString(python, "#!/bin/sh\nexec \"" + python3() + "\" -S \"$@\"\n");
        Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(install(Map.of("PATH", temporary.toString())))
                .isEqualTo("python3 has no pip; install it (Debian: apt-get install python3-pip)" + OTHERWISE);
    }

    @Test
    @Tag("python")
    void withoutNetwork() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        assertThat(install(mirror("http://127.0.0.1:" + nobody + "/simple")))
                .isEqualTo(
                        "the Python package mirror cannot be reached; check the network, or pip's index-url and proxy"
                                + OTHERWISE);
    }

    @Test
    @Tag("python")
    void withoutAccess() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
        try {
            String address =
                    "http://somebody:secret@127.0.0.1:" + server.getAddress().getPort() + "/simple";
            assertThat(install(mirror(address)))
                    .isEqualTo("the Python package mirror refuses access; check pip's credentials for it" + OTHERWISE);
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Tag("python")
    void fromAMirrorThatLacksThePackage() throws Exception {
        assertThat(install(Map.of("PIP_NO_INDEX", "1", "PIP_FIND_LINKS", temporary.toString())))
                .isEqualTo("the Python package mirror has no silero-vad==6.2.3" + OTHERWISE);
    }

    @Test
    @Tag("python")
    void fromAMirrorWithAnotherFileOfThatName() throws Exception {
        Path wheel = temporary.resolve("silero_vad-6.2.3-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            put(zip, "silero_vad/data/silero_vad.onnx", "not a model");
            put(
                    zip,
                    "silero_vad-6.2.3.dist-info/METADATA",
                    "Metadata-Version: 2.1\nName: silero-vad\nVersion: 6.2.3\n");
            put(
                    zip,
                    "silero_vad-6.2.3.dist-info/WHEEL",
                    "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            put(zip, "silero_vad-6.2.3.dist-info/RECORD", "");
        }
        assertThat(install(Map.of("PIP_NO_INDEX", "1", "PIP_FIND_LINKS", temporary.toString())))
                .isEqualTo("silero_vad/data/silero_vad.onnx is not the file that was expected:"
                        + " it has 11 bytes instead of 2327524.\n");
    }

    private Map<String, String> mirror(String address) {
        return Map.of("PIP_INDEX_URL", address, "PIP_FIND_LINKS", "", "PIP_EXTRA_INDEX_URL", "", "PIP_RETRIES", "0");
    }

    /** Tries to install Silero's model; returns why that failed. */
    private String install(Map<String, String> environment) throws IOException, InterruptedException {
        Path out = temporary.resolve("out.txt");
        Path err = temporary.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ModelsCommand.class.getName(),
                        "install",
                        "silero-vad"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(new HashMap<>(environment));
        builder.environment().put("STT_MODELS_DIR", store.toString());
        assertThat(builder.start().waitFor()).as(() -> read(err)).isEqualTo(ModelsCommand.FAILED);
        assertThat(store.resolve("silero-vad")).doesNotExist();
        String prefix = "silero-vad was not installed: ";
        assertThat(read(err)).startsWith(prefix);
        return read(err).substring(prefix.length());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String python3() throws IOException {
        Process which = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
        return new String(which.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
