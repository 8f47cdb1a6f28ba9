package stt.models.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path work;

    ProgramTest(@TempDir Path work) {
        this.work = work;
    }

    @Test
    void tellsStatusAndOutput() throws IOException {
        AtomicLong grown = new AtomicLong();
        Program.Outcome outcome = new Program(List.of(JAVA, "-version"), work).run("no java", grown::addAndGet);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.says("nothing of this", "version")).isTrue();
        assertThat(grown.get()).isEqualTo(outcome.output().length());
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new Program(List.of("/no/such/program"), work).run("it is missing.", bytes -> {}))
                .isInstanceOf(SourceFailed.class)
                .hasMessage("it is missing.");
    }

    @Test
    void findsTheErrorAndHidesAddresses() {
        String printed = "Looking\nERROR: HTTP error 500 for https://user:secret@mirror.example/simple\nERROR: more\n";
        assertThat(new Program.Outcome(1, printed).firstAfter("ERROR:")).isEqualTo("HTTP error 500 for (address)");
        assertThat(new Program.Outcome(3, "").firstAfter("ERROR:")).isEqualTo("exit code 3");
    }

    @Test
    void endsItsProgramWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Program(List.of("sleep", "600"), work).run("no sleep", bytes -> {}))
                .isInstanceOf(SourceFailed.class)
                .hasMessage("fetching was interrupted.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ProcessHandle.current().descendants().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(command -> command.endsWith("sleep 600"));
    }
}
