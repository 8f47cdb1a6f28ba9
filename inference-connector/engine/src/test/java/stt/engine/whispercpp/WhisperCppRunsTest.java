package stt.engine.whispercpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import stt.engine.EngineOptions;
import stt.engine.Recordings;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.StarterModels;
import stt.engine.UnusableModel;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.RunControl;
import stt.inference.api.Task;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedTask;
import stt.models.ModelStore;
import stt.models.whisper.GgmlFile;

/** Runs side by side, ended early, again and again, on the small English-only model. */
@Tag("models")
class WhisperCppRunsTest {

    private static final TranscriptionOptions OPTIONS = TranscriptionOptions.DEFAULT;
    private static final Duration AMPLE = Duration.ofMinutes(5);

    /** What the allocator may keep, in MB; a leaked model is 75 MB a round, a leaked session more. */
    private static final long TOLERATED = 80;

    @TempDir
    static Path folder;

    private static ModelStore store;
    private static SpeechModel model;

    @BeforeAll
    static void load() {
        store = GgmlModels.convert(folder, "tiny.en");
        model = GgmlModels.load(store, "tiny.en");
    }

    @AfterAll
    static void free() {
        model.close();
    }

    private static AudioSource kennedy() {
        return AudioSource.of(Recordings.wav("jfk.wav"));
    }

    private static Transcript transcribe(SpeechModel on) {
        try (SpeechSession session = on.open()) {
            return session.transcribe(kennedy(), OPTIONS, RunControl.of(new CancelToken(), AMPLE));
        }
    }

    @Test
    void anEnglishModelTranscribesEnglishAndNothingElse() {
        Transcript transcript = transcribe(model);

        assertThat(transcript.text()).contains("ask not what your country can do for you");
        assertThat(transcript.language()).isEqualTo("en");
        assertThat(model.languages()).containsExactly("en");
        assertThat(model.weightBytes()).isBetween(70L << 20, 80L << 20);
        try (SpeechSession session = model.open()) {
            assertThatThrownBy(() -> session.transcribe(
                            kennedy(), OPTIONS.withTask(Task.TRANSLATE), RunControl.of(new CancelToken(), AMPLE)))
                    .isInstanceOf(UnsupportedTask.class);
        }
    }

    @Test
    void sessionsSideBySideGiveTheSameText() throws Exception {
        Callable<String> job = () -> transcribe(model).text();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<String>> together = threads.invokeAll(List.of(job, job, job));
            String alone = job.call();
            for (Future<String> one : together) {
                assertThat(one.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** The token is cancelled when the first piece of endless speech is done: nothing but cancelling can end the run. */
    @Test
    void aCancelledRunEndsWithItsPieceAndTheSessionGoesOn() {
        try (SpeechSession session = model.open()) {
            CancelToken token = new CancelToken();
            RunControl control = new RunControl(token, AMPLE, done -> token.cancel(Reason.DISCONNECTED));
            EndlessSpeech speech = new EndlessSpeech();

            assertThatThrownBy(() -> session.transcribe(speech, OPTIONS, control))
                    .isInstanceOfSatisfying(InferenceCancelled.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.DISCONNECTED));
            assertThat(speech.seconds()).isLessThan(100);
            assertThat(session.transcribe(kennedy(), OPTIONS, RunControl.of(new CancelToken(), AMPLE))
                            .text())
                    .contains("fellow Americans");
        }
    }

    /** Cancelled from another thread, while whisper.cpp runs. */
    @Test
    void aRunThatIsCancelledInNativeCodeEndsToo() throws InterruptedException {
        try (SpeechSession session = model.open()) {
            CancelToken token = new CancelToken();
            EndlessSpeech speech = new EndlessSpeech();
            Thread watcher = new Thread(() -> {
                speech.awaitSecond(60);
                token.cancel(Reason.DEADLINE);
            });
            watcher.start();
            assertThatThrownBy(() -> session.transcribe(speech, OPTIONS, RunControl.of(token, AMPLE)))
                    .isInstanceOfSatisfying(InferenceCancelled.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.DEADLINE));
            watcher.join();
        }
    }

    @Test
    void aTokenCancelledBeforehandReadsNothing() {
        try (SpeechSession session = model.open()) {
            CancelToken token = new CancelToken();
            token.cancel(Reason.STOPPING);
            EndlessSpeech speech = new EndlessSpeech();
            assertThatThrownBy(() -> session.transcribe(speech, OPTIONS, RunControl.of(token, AMPLE)))
                    .isInstanceOf(InferenceCancelled.class);
            assertThat(speech.seconds()).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // which tells what is in memory
    void modelsAndSessionsGiveTheirMemoryBack() throws IOException {
        for (int round = 0; round < 2; round++) {
            try (SpeechModel another = GgmlModels.load(store, "tiny.en")) {
                transcribe(another);
            }
        }
        long before = residentMegabytes();
        for (int round = 0; round < 6; round++) {
            try (SpeechModel another = GgmlModels.load(store, "tiny.en")) {
                transcribe(another);
                transcribe(another);
            }
        }
        assertThat(residentMegabytes() - before).isLessThan(TOLERATED);
    }

    private static long residentMegabytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Test
    void aFileThatWhisperCppRefusesIsNoModel(@TempDir Path broken) throws IOException {
        Files.copy(store.find("ggml-tiny.en").orElseThrow().file("whisper.json"), broken.resolve("whisper.json"));
        Files.writeString(broken.resolve(GgmlFile.NAME), "weights of another kind");
        assertThatThrownBy(() -> WhisperCppEngine.load("broken", broken, StarterModels.silero(), EngineOptions.cpu(1)))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("whisper.cpp cannot load " + broken.resolve(GgmlFile.NAME));
        assertThat(transcribe(model).text()).contains("fellow Americans");
    }
}
