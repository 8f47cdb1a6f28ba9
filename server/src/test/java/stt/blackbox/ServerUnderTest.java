package stt.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/** The runnable jar in a process of its own, with what it has printed so far. */
final class ServerUnderTest implements AutoCloseable {

    /** As in a terminal: a build that runs in the background may ignore it, and a virtual machine inherits that. */
    private static final List<String> LISTENING_TO_CTRL_C =
            OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of();

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();
    private final URI base;

    private ServerUnderTest(Process process, int port) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.base = URI.create("http://localhost:" + port);
    }

    /** Starts it on a data folder; {@code environment} is added to this process's own. */
    static ServerUnderTest start(Path data, int port, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(LISTENING_TO_CTRL_C);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("stt.server.jar"),
                "serve"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("STT_DATA_DIR", data.toString());
        builder.environment().put("STT_MODELS_DIR", System.getProperty("stt.models.dir"));
        builder.environment().put("STT_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        return new ServerUnderTest(builder.start(), port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Reads what it prints until a line starts with {@code start}; fails when it ends before. */
    String awaitLine(String start) throws IOException {
        for (String line; (line = output.readLine()) != null; ) {
            lines.add(line);
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new IllegalStateException("the server ended and had printed: " + String.join("\n", lines));
    }

    /** Everything it printed from now until it ended. */
    List<String> awaitEnd() throws IOException {
        for (String line; (line = output.readLine()) != null; ) {
            lines.add(line);
        }
        return List.copyOf(lines);
    }

    /** What it has printed so far. */
    List<String> printed() {
        return List.copyOf(lines);
    }

    /** Sends SIGTERM, and waits. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** Waits until the server has a child process whose program's name ends so. */
    void awaitChild(String program) {
        while (process.descendants()
                .noneMatch(child -> child.info().command().orElse("").endsWith(program))) {
            Thread.onSpinWait();
        }
    }

    /** Ends it and its children by SIGKILL, all at once, and waits. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** Sends SIGINT, as Ctrl-C in a terminal does, and waits. */
    int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        return process.waitFor();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    URI base() {
        return base;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
