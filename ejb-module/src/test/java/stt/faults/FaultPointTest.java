package stt.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault points belong to a server that was started to be killed; in every other one they are not there. */
class FaultPointTest {

    private static final List<String> ALL = Stream.concat(
                    Stream.of(FaultPoint.values()).map(FaultPoint::name), Stream.of("done"))
            .toList();

    @TempDir
    Path folder;

    @Test
    void nothingWaitsWithoutTheSystemPropertyWhateverTheEnvironmentSays() throws Exception {
        for (FaultPoint stage : FaultPoint.values()) {
            Path file = Files.writeString(folder.resolve("stt.fault.file"), stage.name());
            ProcessBuilder program = program(List.of());
            program.environment().put("STT_FAULT_FILE", file.toString());
            program.environment().put("stt.fault.file", file.toString());

            assertThat(printedBy(program.start())).isEqualTo(ALL);
            assertThat(folder.resolve("stt.fault.file.reached")).doesNotExist();
        }
    }

    @Test
    void nothingWaitsWhileTheFileIsNotThereOrNamesNoStage() throws Exception {
        Path file = folder.resolve("fault");
        List<String> underTest = List.of("-Dstt.fault.file=" + file);
        assertThat(printedBy(program(underTest).start())).isEqualTo(ALL);

        Files.writeString(file, "NOWHERE");
        assertThat(printedBy(program(underTest).start())).isEqualTo(ALL);
    }

    @Test
    void waitsForItsEndAtTheStageThatTheFileNames() throws Exception {
        Path file = Files.writeString(folder.resolve("fault"), "STORE\n");
        Process process = program(List.of("-Dstt.fault.file=" + file)).start();
        try (BufferedReader output = process.inputReader()) {
            List<String> passed = List.of(output.readLine(), output.readLine(), output.readLine());
            while (process.isAlive() && Files.notExists(folder.resolve("fault.reached"))) {
                Thread.onSpinWait();
            }

            assertThat(passed).containsExactly("RESERVE", "DECODE", "INFERENCE");
            assertThat(folder.resolve("fault.reached")).exists();
            assertThat(process.isAlive()).isTrue();
            process.toHandle().destroyForcibly();
            assertThat(output.readLine()).isNull();
        }
    }

    private static ProcessBuilder program(List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), EveryStage.class.getName()));
        return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private static List<String> printedBy(Process process) throws IOException {
        try (BufferedReader output = process.inputReader()) {
            return output.lines().toList();
        }
    }
}
