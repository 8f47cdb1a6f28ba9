package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.audio.UnsupportedAudio.Reason;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;

/** A decoder process ends when its reader does, however that ends, and leaves nothing behind. */
class DecoderProcessTest {

    private static final AudioDecoder DECODER = Recordings.decoder();

    @TempDir
    private static Path folder = Path.of("");

    @Test
    void endsWhenTheAudioIsClosedEarly() {
        try (DecodedAudio audio = DECODER.open(longRecording(), new CancelToken())) {
            assertThat(audio.read(new float[100], 0, 100)).isEqualTo(100);
            assertThat(children()).hasSize(1);
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void endsWhenTheTokenIsCancelled() {
        CancelToken cancel = new CancelToken();
        try (DecodedAudio audio = DECODER.open(longRecording(), cancel)) {
            ProcessHandle decoder = children().get(0);
            cancel.cancel(CancelToken.Reason.DISCONNECTED);
            assertThatThrownBy(() -> Recordings.readAll(audio))
                    .isInstanceOfSatisfying(InferenceCancelled.class, e -> assertThat(e.reason())
                            .isEqualTo(CancelToken.Reason.DISCONNECTED));
            assertThat(audio.decoded()).isLessThan(Duration.ofMinutes(1));
            assertThat(decoder.onExit()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void doesNotStartWhenTheTokenIsAlreadyCancelled() {
        CancelToken cancel = new CancelToken();
        cancel.cancel(CancelToken.Reason.STOPPING);
        assertThatThrownBy(() -> DECODER.open(Recordings.SPEECH, cancel).close())
                .isInstanceOf(InferenceCancelled.class);
        assertThat(children()).isEmpty();
    }

    @Test
    void isEndedWhenItStalls() throws Exception {
        AudioLimits limits = new AudioLimits(Duration.ofHours(1), Duration.ofMinutes(1), 1024, Duration.ofSeconds(5));
        try (DecodedAudio audio =
                new AudioDecoder(Recordings.FFMPEG, limits).open(longRecording(), new CancelToken())) {
            long pid = children().get(0).pid();
            assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid))
                            .start()
                            .waitFor())
                    .isZero();
            assertThatThrownBy(() -> Recordings.readAll(audio))
                    .isInstanceOfSatisfying(
                            UnsupportedAudio.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_COSTLY));
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void isKilledWithTheJavaProcessThatReadsIt() throws Exception {
        Process reader = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-Dstt.repository=" + System.getProperty("stt.repository"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        longRecording().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = reader.inputReader()) {
            ProcessHandle decoder =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(decoder.isAlive()).isTrue();
            reader.destroyForcibly(); // SIGKILL: nothing of the reader's own can run any more
            assertThat(decoder.onExit()).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    /** Opens a recording, prints its decoder's process id, and waits for ever. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (DecodedAudio audio = DECODER.open(Path.of(arguments[0]), new CancelToken())) {
                audio.read(new float[1], 0, 1);
                System.out.println(children().get(0).pid());
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void fourRecordingsAreDecodedAtOnce() throws Exception {
        float[] speech = Recordings.speech();
        Path flac = Recordings.make(folder, "four.flac", "-c:a flac");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<float[]> decode = () -> Recordings.decode(DECODER, flac);
            List<Future<float[]>> all = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> decode).toList());
            for (Future<float[]> one : all) {
                assertThat(one.get()).isEqualTo(speech);
            }
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void leavesNoOpenFileBehind() throws IOException {
        Path film = Recordings.ffmpeg(
                folder.resolve("nosound.mp4"),
                List.of("-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=2", "-c:v", "mpeg4"));
        Path text = Files.writeString(folder.resolve("text.mp3"), "no recording");
        everyWayToEnd(film, text);
        long before = openFiles();
        for (int i = 0; i < 5; i++) {
            everyWayToEnd(film, text);
        }
        assertThat(openFiles()).isEqualTo(before);
        assertThat(children()).isEmpty();
    }

    private static void everyWayToEnd(Path film, Path text) {
        Recordings.decode(DECODER, Recordings.SPEECH);
        DECODER.open(longRecording(), new CancelToken()).close();
        CancelToken cancel = new CancelToken();
        try (DecodedAudio audio = DECODER.open(longRecording(), cancel)) {
            cancel.cancel(CancelToken.Reason.REQUESTED);
            assertThatThrownBy(() -> Recordings.readAll(audio)).isInstanceOf(InferenceCancelled.class);
        }
        for (Path refused : List.of(film, text)) {
            assertThatThrownBy(() -> DECODER.open(refused, new CancelToken()).close())
                    .isInstanceOf(UnsupportedAudio.class);
        }
    }

    /** Ten minutes: more than fits into pipes and buffers. */
    private static Path longRecording() {
        Path file = folder.resolve("long.flac");
        return Files.exists(file)
                ? file
                : Recordings.ffmpeg(file, List.of("-stream_loop", "54", "-i", Recordings.SPEECH.toString()));
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
