package stt.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Segment;
import stt.inference.api.SpeakerTimeline;
import stt.inference.api.Transcriber;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Turn;
import stt.inference.api.Word;
import stt.speakers.Patience;
import stt.speakers.SharedAudio;

/** A transcript never fails with its speakers. */
class SpokenTranscriptionTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Word HELLO = new Word("Hello.", Duration.ofSeconds(1), Duration.ofSeconds(2), 0.9);
    private static final Word WELCOME = new Word("Welcome.", Duration.ofSeconds(3), Duration.ofSeconds(4), 0.9);
    private static final SpeakerTimeline TWO_SPEAKERS = words -> List.of(
            new Turn(Duration.ofSeconds(1), Duration.ofSeconds(2), 1),
            new Turn(Duration.ofSeconds(3), Duration.ofSeconds(4), 2));

    private final CancelToken cancel = new CancelToken();

    /** What hears voices. */
    private interface Listening {
        Future<SpeakerTimeline> listen(AudioSource audio, RunControl control);
    }

    private static SpokenTranscription beside(Duration patience, Listening listening) {
        return new SpokenTranscription(
                new SpeakerRecognition() {
                    @Override
                    public Future<SpeakerTimeline> listen(
                            AudioSource audio, DiarizationOptions options, RunControl control) {
                        return listening.listen(audio, control);
                    }
                },
                new Patience(patience, 0));
    }

    private Transcript transcribe(SpokenTranscription speakers, int samples, Transcriber session) {
        SpeechRun run = new SpeechRun(
                "base",
                List.of(AudioSource.of(new float[samples])),
                TranscriptionOptions.DEFAULT,
                RunControl.of(cancel, LONG),
                Optional.of(DiarizationOptions.DEFAULT));
        return speakers.transcribe(session, run, DiarizationOptions.DEFAULT);
    }

    private Transcript transcribe(SpokenTranscription speakers) {
        return transcribe(speakers, 5 * AudioSource.SAMPLE_RATE_HZ, new Recognizer());
    }

    /** Hears two words, whatever there is. */
    private static class Recognizer implements Transcriber {

        @Override
        public String model() {
            return "base";
        }

        @Override
        public Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control) {
            long samples = readToEnd(audio);
            Segment segment =
                    new Segment(HELLO.start(), WELCOME.end(), "Hello. Welcome.", 0.9, List.of(HELLO, WELCOME));
            return new Transcript("base", "en", Duration.ofSeconds(samples / 16_000), List.of(segment));
        }

        @Override
        public void close() {}
    }

    private static InferenceFailed outOfMemory() {
        return new InferenceFailed("The model failed.", new IllegalStateException("out of memory"));
    }

    private static long readToEnd(AudioSource audio) {
        float[] block = new float[16_000];
        long samples = 0;
        for (int read = audio.read(block, 0, block.length); read >= 0; read = audio.read(block, 0, block.length)) {
            samples += read;
        }
        return samples;
    }

    private static void assertWithoutSpeakers(Transcript transcript, String warning) {
        assertThat(transcript.text()).isEqualTo("Hello. Welcome.");
        assertThat(transcript.segments()).extracting(Segment::speaker).containsOnly(0);
        assertThat(transcript.diarization()).isEmpty();
        assertThat(transcript.warnings()).singleElement().asString().contains(warning);
    }

    @Test
    void dividesSegmentsWhereTheSpeakerChanges() {
        Transcript transcript = transcribe(beside(LONG, (audio, control) -> {
            CompletableFuture<SpeakerTimeline> heard = new CompletableFuture<>();
            new Thread(() -> {
                        readToEnd(audio);
                        heard.complete(TWO_SPEAKERS);
                    })
                    .start();
            return heard;
        }));

        assertThat(transcript.segments()).extracting(Segment::text).containsExactly("Hello.", "Welcome.");
        assertThat(transcript.segments()).extracting(Segment::speaker).containsExactly(1, 2);
        assertThat(transcript.warnings()).isEmpty();
    }

    @Test
    void deliversTheTranscriptWhenTheEngineFails() {
        Transcript transcript =
                transcribe(beside(LONG, (audio, control) -> CompletableFuture.failedFuture(outOfMemory())));

        assertWithoutSpeakers(transcript, "failed or were not available");
    }

    @Test
    void deliversTheTranscriptWhenTheEngineFailsInTheMiddleOfALongRecording() {
        Transcript transcript = transcribe(
                beside(LONG, (audio, control) -> {
                    CompletableFuture<SpeakerTimeline> failing = new CompletableFuture<>();
                    new Thread(() -> {
                                audio.read(new float[16_000], 0, 16_000);
                                audio.close();
                                failing.completeExceptionally(outOfMemory());
                            })
                            .start();
                    return failing;
                }),
                2 * SharedAudio.MOST_WAITING,
                new Recognizer());

        assertWithoutSpeakers(transcript, "failed or were not available");
        assertThat(transcript.duration()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void deliversTheTranscriptWhenTheContainerHasNoThreadLeft() {
        Transcript transcript = transcribe(
                beside(LONG, (audio, control) -> {
                    throw new EJBException("no thread");
                }),
                2 * SharedAudio.MOST_WAITING,
                new Recognizer());

        assertWithoutSpeakers(transcript, "failed or were not available");
    }

    @Test
    void deliversTheTranscriptWhenSpeakersAreNotKnownInTime() {
        AtomicReference<CancelToken> listening = new AtomicReference<>(cancel);
        Transcript transcript = transcribe(beside(Duration.ofMillis(1), (audio, control) -> {
            listening.set(control.cancel());
            return new CompletableFuture<>();
        }));

        assertWithoutSpeakers(transcript, "in the time that is allowed");
        assertThat(listening.get())
                .as("it is not left running")
                .extracting(CancelToken::reason)
                .isEqualTo(Optional.of(Reason.REQUESTED));
    }

    @Test
    void readsALongRecordingToItsEndAlsoWhenNobodyListensToIt() {
        Transcript transcript = transcribe(
                beside(Duration.ofMillis(1), (audio, control) -> new CompletableFuture<>()),
                2 * SharedAudio.MOST_WAITING,
                new Recognizer());

        assertWithoutSpeakers(transcript, "in the time that is allowed");
        assertThat(transcript.duration()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void deliversTheTranscriptWhenTurnsCannotBePutTogetherWithWords() {
        Transcript transcript = transcribe(beside(
                LONG,
                (audio, control) -> CompletableFuture.completedFuture(words -> {
                    throw new IllegalStateException("no turns");
                })));

        assertWithoutSpeakers(transcript, "failed or were not available");
    }

    @Test
    void endsListeningWhenTranscribingFails() {
        AtomicReference<CancelToken> listening = new AtomicReference<>(cancel);
        SpokenTranscription speakers = beside(LONG, (audio, control) -> {
            listening.set(control.cancel());
            return new CompletableFuture<>();
        });

        assertThatExceptionOfType(InferenceFailed.class)
                .isThrownBy(() -> transcribe(speakers, 16_000, new Recognizer() {
                    @Override
                    public Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control) {
                        throw outOfMemory();
                    }
                }));
        assertThat(listening.get()).extracting(CancelToken::reason).isEqualTo(Optional.of(Reason.REQUESTED));
    }

    @Test
    void endsWithItsCallerWhileItWaitsForSpeakers() {
        SpokenTranscription speakers = beside(LONG, (audio, control) -> {
            CompletableFuture<SpeakerTimeline> never = new CompletableFuture<>();
            control.cancel().onCancel(() -> never.completeExceptionally(new InferenceCancelled(Reason.REQUESTED)));
            new Thread(() -> {
                        readToEnd(audio);
                        cancel.cancel(Reason.DISCONNECTED);
                    })
                    .start();
            return never;
        });

        assertThatExceptionOfType(InferenceCancelled.class)
                .isThrownBy(() -> transcribe(speakers))
                .extracting(InferenceCancelled::reason)
                .isEqualTo(Reason.DISCONNECTED);
    }
}
