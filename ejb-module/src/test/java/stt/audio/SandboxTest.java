package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stt.inference.api.CancelToken;

/** What a running decoder may do, read from the kernel. */
class SandboxTest {

    private static final AudioDecoder DECODER = Recordings.decoder();

    private static final DecodedAudio RUNNING = running();
    private static final Path PROCESS = Path.of(
            "/proc",
            Long.toString(
                    ProcessHandle.current().children().findFirst().orElseThrow().pid()));

    private static DecodedAudio running() {
        Path recording = Recordings.ffmpeg(
                Recordings.FFMPEG.resolveSibling("sandbox.flac"),
                List.of("-stream_loop", "54", "-i", Recordings.SPEECH.toString()));
        return DECODER.open(recording, new CancelToken());
    }

    @AfterAll
    static void end() {
        RUNNING.close();
    }

    @Test
    void hasLimits() throws IOException {
        assertThat(Files.readAllLines(PROCESS.resolve("limits")))
                .anyMatch(line -> line.matches("Max cpu time +60 +62 +seconds *"))
                .anyMatch(line -> line.matches("Max address space +1073741824 +1073741824 +bytes *"))
                .anyMatch(line -> line.matches("Max file size +0 +0 +bytes *"))
                .anyMatch(line -> line.matches("Max core file size +0 +0 +bytes *"))
                .anyMatch(line -> line.matches("Max open files +32 +32 +files *"));
    }

    @Test
    void seesNothingOfOurEnvironment() throws IOException {
        assertThat(Files.readString(PROCESS.resolve("environ")).split("\0"))
                .extracting(variable -> variable.replaceFirst("=.*", ""))
                .isSubsetOf("LC_ALL", "LD_LIBRARY_PATH", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void worksInAnEmptyFolder() throws IOException {
        try (Stream<Path> files = Files.list(PROCESS.resolve("cwd"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void isGivenNoPath() throws IOException {
        assertThat(Files.readString(PROCESS.resolve("cmdline"))).contains("fd:").doesNotContain("sandbox");
    }

    @Test
    void hasNothingOpenButTheRecordingAndItsPipes() throws IOException {
        try (Stream<Path> files = Files.list(PROCESS.resolve("fd"))) {
            assertThat(files.map(SandboxTest::target))
                    .allMatch(target -> target.endsWith("sandbox.flac") || target.startsWith("pipe:"));
        }
    }

    @Test
    void hasNoNetworkWhereTheKernelAllowsNamespaces() throws IOException {
        assumeThat(DECODER.confinement()).contains("no network");
        assertThat(Files.readAllLines(PROCESS.resolve("net/dev")))
                .filteredOn(line -> line.contains(":"))
                .allMatch(line -> line.strip().startsWith("lo:"));
        assertThat(target(PROCESS.resolve("ns/net"))).isNotEqualTo(target(Path.of("/proc/self/ns/net")));
    }

    @Test
    void canGainNoPrivilegesWhereItIsStartedSo() throws IOException {
        assumeThat(DECODER.confinement()).contains("no privileges");
        assertThat(Files.readAllLines(PROCESS.resolve("status")))
                .contains("NoNewPrivs:\t1", "CapEff:\t0000000000000000");
    }

    static List<Sandbox> possible() {
        FfmpegFolder ffmpeg = FfmpegFolder.in(Recordings.FFMPEG);
        return Sandbox.CANDIDATES.stream()
                .filter(candidate -> candidate.works(ffmpeg, Recordings.LIMITS))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("possible")
    void decodesInEverySandboxThatIsPossibleHere(Sandbox sandbox) {
        AudioDecoder decoder = new AudioDecoder(FfmpegFolder.in(Recordings.FFMPEG), Recordings.LIMITS, sandbox);
        assertThat(Recordings.decode(decoder, Recordings.SPEECH)).isEqualTo(Recordings.speech());
    }

    @Test
    void limitsAloneAreAlwaysPossible() {
        assertThat(possible()).contains(new Sandbox(List.of(), List.of()));
    }

    @Test
    void saysWhenFfmpegCannotRunWithinTheLimits() {
        AudioLimits tiny = new AudioLimits(Duration.ofHours(1), Duration.ofMinutes(1), 32, Duration.ofMinutes(1));
        assertThatThrownBy(() -> new AudioDecoder(Recordings.FFMPEG, tiny))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stt.audio.decoder.memory");
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
