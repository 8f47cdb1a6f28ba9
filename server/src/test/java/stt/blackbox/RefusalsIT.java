package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the {@code stt} command cannot do, it says in one plain sentence, and exits with 1. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RefusalsIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "env",
            "dirname",
            "readlink",
            "sed",
            "head",
            "tail",
            "grep",
            "find",
            "df",
            "awk",
            "mkdir",
            "id",
            "cat",
            "rm",
            "ls",
            "uname",
            "nice");

    @TempDir
    Path folder;

    private Path programs = Path.of("");
    private Path stt = Path.of("");

    /** Beside it there is the built server and no source, so that nothing is ever out of date. */
    @BeforeEach
    void installsTheCommand() throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        stt = Files.copy(
                Path.of(System.getProperty("stt.repository"), "stt"),
                root.resolve("stt"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Path target = Files.createDirectories(root.resolve("server/target"));
        Files.createSymbolicLink(target.resolve("stt-server.jar"), Path.of(System.getProperty("stt.server.jar")));
    }

    @BeforeEach
    void makesASystemThatHasNextToNothing() throws IOException {
        programs = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            for (String place : List.of("/bin", "/usr/bin")) {
                Path program = Path.of(place, tool);
                if (Files.exists(program) && !Files.exists(programs.resolve(tool))) {
                    Files.createSymbolicLink(programs.resolve(tool), program);
                }
            }
        }
    }

    @Test
    void aMissingJava() throws Exception {
        assertRefused(stt("serve"), "No Java was found: install a JDK");
    }

    @Test
    void aJavaThatIsTooOld() throws Exception {
        program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        assertRefused(stt("serve"), "Java 11 is too old: install a JDK, version 17 or newer.");
    }

    @Test
    void aMissingPip() throws Exception {
        program("java", "exec \"" + JAVA + "\" \"$@\"");

        assertRefused(stt("serve"), "Python's pip was not found");
    }

    @Test
    void aNetworkThatDoesNotAnswer() throws Exception {
        ProcessBuilder install = command(List.of(stt.toString(), "models", "install", "tiny.en"));
        install.environment().put("PATH", System.getenv("PATH"));
        install.environment().put("PIP_CONFIG_FILE", "/dev/null");
        install.environment().put("PIP_INDEX_URL", "http://127.0.0.1:1/simple");
        install.environment().put("PIP_RETRIES", "0");

        List<String> said = new ArrayList<>(run(install));

        assertThat(said.remove(said.size() - 1)).isEqualTo("1");
        assertThat(said.get(said.size() - 1)).contains("tiny.en").endsWith(".");
        assertThat(said).noneMatch(line -> line.contains("Traceback") || line.contains("Exception"));
        assertThat(folder.resolve("models/tiny.en")).doesNotExist();
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessBuilder server = command(List.of(JAVA, "-jar", System.getProperty("stt.server.jar")));
            server.environment().put("STT_PORT", Integer.toString(taken.getLocalPort()));

            assertRefused(run(server), "Port " + taken.getLocalPort() + " is in use by another program");
        }
    }

    @Test
    void aDiskWithTooLittleRoomForTheModels() throws Exception {
        program("java", "exec \"" + JAVA + "\" \"$@\"");
        program("python3", "exit 0");
        Files.delete(programs.resolve("df")); // a link to the real one
        program("df", "printf 'Filesystem 1024-blocks Used Available\\nsmall 65536 55296 10240\\n'");

        assertRefused(stt("serve"), " is full: 10 MB are free, 1200 MB are needed.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDisk() throws Exception {
        List<String> onASmallDisk = List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=64m small \"$0\" && exec \"$@\"",
                folder.toString());
        List<String> probe = new ArrayList<>(onASmallDisk);
        probe.add("true");
        assumeThat(run(new ProcessBuilder(probe))).as("mounts are allowed here").isEqualTo(List.of("0"));
        List<String> server = new ArrayList<>(onASmallDisk);
        server.addAll(List.of(JAVA, "-jar", System.getProperty("stt.server.jar")));
        ProcessBuilder process = command(server);
        process.environment().put("PATH", System.getenv("PATH"));
        process.environment().put("STT_PORT", Integer.toString(ServerUnderTest.freePort()));

        assertRefused(run(process), "is full: ");
    }

    private List<String> stt(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", stt.toString()));
        command.addAll(List.of(words));
        return run(command(command));
    }

    /** With nothing in its environment but where programs and data are. */
    private ProcessBuilder command(List<String> words) {
        ProcessBuilder process = new ProcessBuilder(words);
        process.environment().clear();
        process.environment()
                .putAll(Map.of(
                        "PATH", programs.toString(),
                        "HOME", folder.toString(),
                        "STT_DATA_DIR", folder.resolve("data").toString(),
                        "STT_MODELS_DIR", folder.resolve("models").toString()));
        return process;
    }

    private void program(String name, String line) throws IOException {
        Path program = programs.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + line + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    /** What it printed, line by line, and its exit code as the last. */
    private static List<String> run(ProcessBuilder process) throws Exception {
        Process running = process.redirectErrorStream(true).start();
        running.getOutputStream().close();
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(printed.lines().toList());
        lines.add(Integer.toString(running.waitFor()));
        return lines;
    }

    private static void assertRefused(List<String> said, String start) {
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains(start).endsWith(".");
        assertThat(said.get(1)).isEqualTo("1");
    }
}
