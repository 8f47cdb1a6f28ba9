package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stt.engine.Recordings;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.StarterModels;
import stt.inference.api.AudioSource;
import stt.inference.api.Beam;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;
import stt.inference.api.Decoding;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.RunControl;
import stt.inference.api.Sampling;
import stt.inference.api.Strategy;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** Runs side by side, ended early, and without end, on the small English-only model. */
@Tag("models")
class RunsTest {

    private static final TranscriptionOptions OPTIONS = TranscriptionOptions.DEFAULT;
    private static final Duration AMPLE = Duration.ofMinutes(5);

    private static SpeechModel model;

    @BeforeAll
    static void load() {
        model = StarterModels.load("tiny.en");
    }

    @AfterAll
    static void free() {
        model.close();
    }

    private static AudioSource kennedy() {
        return AudioSource.of(Recordings.wav("jfk.wav"));
    }

    @Test
    void anEnglishModelTranscribesEnglish() {
        try (SpeechSession session = model.open()) {
            Transcript transcript = session.transcribe(kennedy(), OPTIONS, RunControl.of(new CancelToken(), AMPLE));

            assertThat(transcript.text()).contains("ask not what your country can do for you");
            assertThat(transcript.language()).isEqualTo("en");
        }
        assertThat(model.languages()).containsExactly("en");
        assertThat(model.weightBytes()).isBetween(30L << 20, 200L << 20);
    }

    @Test
    void sessionsSideBySideGiveTheSameText() throws InterruptedException, ExecutionException {
        Callable<Transcript> job = () -> {
            try (SpeechSession session = model.open()) {
                return session.transcribe(kennedy(), OPTIONS, RunControl.of(new CancelToken(), AMPLE));
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Transcript> one = threads.submit(job);
            Future<Transcript> other = threads.submit(job);
            Transcript alone = job.call();
            assertThat(List.of(one.get(), other.get())).containsOnly(alone);
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aCancelledRunStopsDecodingAndTheSessionGoesOn() {
        try (SpeechSession session = model.open()) {
            RunControl ample = RunControl.of(new CancelToken(), AMPLE);
            session.transcribe(kennedy(), OPTIONS, ample);
            long whole = session.decodedSteps();

            CancelToken token = new CancelToken();
            AudioSource cancelledHalfway = new Repeated(Recordings.wav("jfk.wav"), 100, seconds -> {
                if (seconds > 200) {
                    token.cancel(Reason.DISCONNECTED);
                }
            });
            assertThatThrownBy(() -> session.transcribe(cancelledHalfway, OPTIONS, RunControl.of(token, AMPLE)))
                    .isInstanceOf(InferenceCancelled.class);
            long early = session.decodedSteps() - whole;
            assertThat(early).isBetween(1L, 100 * whole / 2);

            assertThat(session.transcribe(kennedy(), OPTIONS, ample).text()).contains("fellow Americans");
        }
    }

    /** Cancels from another thread at the first decoder step, while native code runs. */
    @Test
    void cancellingEndsNativeCalls() throws InterruptedException {
        try (SpeechSession session = model.open()) {
            CancelToken token = new CancelToken();
            Thread watcher = new Thread(() -> {
                while (session.decodedSteps() == 0) {
                    Thread.onSpinWait();
                }
                token.cancel(Reason.DEADLINE);
            });
            watcher.start();
            assertThatThrownBy(() -> session.transcribe(
                            new Repeated(Recordings.wav("jfk.wav"), 20, seconds -> {}),
                            OPTIONS,
                            RunControl.of(token, AMPLE)))
                    .isInstanceOfSatisfying(InferenceCancelled.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.DEADLINE));
            watcher.join();
            assertThat(session.decodedSteps()).isLessThan(60);
        }
    }

    static List<TranscriptionOptions> ways() {
        Decoding beam = Decoding.DEFAULT.with(Beam.of(5));
        return List.of(
                OPTIONS.withDecoding(beam),
                OPTIONS.withDecoding(Decoding.DEFAULT.with(new Sampling(List.of(0.5), 3, 1))),
                OPTIONS.withStrategy(Strategy.SEQUENTIAL),
                OPTIONS.withStrategy(Strategy.SEQUENTIAL).withDecoding(beam));
    }

    /** Cancels from another thread in the middle of a text. */
    @ParameterizedTest
    @MethodSource("ways")
    void everyWayToDecodeCanBeCancelled(TranscriptionOptions options) throws InterruptedException {
        try (SpeechSession session = model.open()) {
            CancelToken token = new CancelToken();
            Thread watcher = new Thread(() -> {
                while (session.decodedSteps() < 12) {
                    Thread.onSpinWait();
                }
                token.cancel(Reason.REQUESTED);
            });
            watcher.start();
            assertThatThrownBy(() -> session.transcribe(
                            new Repeated(Recordings.wav("jfk.wav"), 20, seconds -> {}),
                            options,
                            RunControl.of(token, AMPLE)))
                    .isInstanceOf(InferenceCancelled.class);
            watcher.join();
            assertThat(session.decodedSteps()).isLessThan(70);
            assertThat(session.transcribe(kennedy(), OPTIONS, RunControl.of(new CancelToken(), AMPLE))
                            .text())
                    .contains("fellow Americans");
        }
    }

    @Test
    void aTokenCancelledBeforehandCostsNoStep() {
        try (SpeechSession session = model.open()) {
            CancelToken token = new CancelToken();
            token.cancel(Reason.STOPPING);
            assertThatThrownBy(() -> session.transcribe(kennedy(), OPTIONS, RunControl.of(token, AMPLE)))
                    .isInstanceOf(InferenceCancelled.class);
            assertThat(session.decodedSteps()).isZero();
        }
    }

    @Test
    void languagesOtherThanEnglishAreUnknown() {
        try (SpeechSession session = model.open()) {
            TranscriptionOptions german = TranscriptionOptions.DEFAULT.withLanguage(Optional.of("de"));
            assertThatThrownBy(() -> session.transcribe(kennedy(), german, RunControl.of(new CancelToken(), AMPLE)))
                    .hasMessageContaining("tiny.en does not know the language \"de\"");
        }
    }
}
