package stt.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Another process that installs a generated model. It prints every step it begins, and halts at one of them until it is
 * told to go on; at the end it prints whether it changed anything.
 */
final class InstallingProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    InstallingProcess(String id, Path store, Path from, String haltAt) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstallingProcess.class.getName(),
                        id,
                        store.toString(),
                        from.toString(),
                        haltAt)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for a line. */
    void awaitLine(String expected) throws IOException {
        String line = output.readLine();
        while (!Objects.equals(line, expected)) {
            if (line == null) {
                throw new AssertionError("the process ended without printing \"" + expected + "\"");
            }
            line = output.readLine();
        }
    }

    void goOn() throws IOException {
        Writer input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        input.write("\n");
        input.flush();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] words) {
        GeneratedModel model = new GeneratedModel(words[0]);
        ModelStore store = ModelStore.at(Path.of(words[1]), model.catalog());
        InstallOptions options = new InstallOptions(Path.of(words[2]), null, false, true);
        String[] last = {""};
        InstallResult result = store.install(words[0], options, (step, done, total) -> {
            if (!step.equals(last[0])) {
                last[0] = step;
                System.out.println(step);
                if (step.equals(words[3])) {
                    awaitInput();
                }
            }
        });
        System.out.println(result.changed() ? "changed" : "unchanged");
    }

    private static void awaitInput() {
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
