package stt.engine.diarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.engine.EngineOptions;
import stt.engine.Recordings;
import stt.engine.SpeakerModel;
import stt.engine.SpeakerSession;
import stt.engine.StarterModels;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.RunControl;
import stt.inference.api.Turn;
import stt.inference.api.Word;

/** The bundled models on real recordings. */
@Tag("models")
class DiarizationTest {

    private static final Path BUNDLED = Path.of(
            System.getProperty("stt.repository", "."),
            "inference-connector/models/src/main/resources/stt/models/bundled");
    private static final Duration LONG = Duration.ofHours(1);

    @SuppressWarnings("NullAway.Init")
    private static SpeakerModel model;

    @BeforeAll
    static void load() {
        model = DiarizationEngine.load(
                new SpeakerFiles(
                        "speakers",
                        BUNDLED.resolve("segmentation-3.0.onnx"),
                        new VoiceFile(BUNDLED.resolve("campplus-zh-en.onnx"), VoiceFacts.CAMPPLUS),
                        StarterModels.silero()),
                EngineOptions.cpu(1));
    }

    @AfterAll
    static void free() {
        model.close();
    }

    private static List<Turn> turns(float[] samples, int speakers, Word... words) {
        try (SpeakerSession session = model.open()) {
            return session.diarize(
                            AudioSource.of(samples),
                            new DiarizationOptions(speakers),
                            RunControl.of(new CancelToken(), LONG))
                    .turns(List.of(words));
        }
    }

    private static float[] together(float[] one, float[] other) {
        float[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void hearsTheTwoOfAConversationInOrderOfFirstSpeech() {
        List<Turn> turns = turns(Recordings.wav("conversation.wav"), 0);

        assertThat(turns).extracting(Turn::speaker).containsOnly(1, 2).startsWith(1);
        assertThat(turns).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
    }

    @Test
    void hearsOneSpeakerInASpeechAndNobodyInNoise() {
        assertThat(turns(Recordings.wav("jfk.wav"), 0))
                .extracting(Turn::speaker)
                .containsOnly(1);
        assertThat(turns(Recordings.wav("noise/car-horn.wav"), 0)).isEmpty();
        assertThat(turns(new float[0], 0)).isEmpty();
        assertThat(turns(new float[200], 2)).isEmpty();
    }

    @Test
    void hearsAsManyAsItIsTold() {
        float[] conversation = Recordings.wav("conversation.wav");

        assertThat(turns(conversation, 1)).extracting(Turn::speaker).containsOnly(1);
        assertThat(turns(conversation, 3)).extracting(Turn::speaker).contains(1, 2, 3);
    }

    @Test
    void givesASpeakerWhoComesBackTheSameNumber() {
        float[] speech = Recordings.wav("jfk.wav");
        float[] conversation = Recordings.wav("conversation.wav");

        List<Turn> turns = turns(together(together(speech, conversation), speech), 0);

        assertThat(turns.get(0).speaker()).isEqualTo(1);
        assertThat(turns.get(turns.size() - 1).speaker()).isEqualTo(1);
        assertThat(turns).extracting(Turn::speaker).containsOnly(1, 2, 3);
    }

    @Test
    void saysTheSameTwice() {
        float[] conversation = Recordings.wav("conversation.wav");
        try (SpeakerSession session = model.open()) {
            List<Turn> first = again(session, conversation);

            assertThat(again(session, conversation)).isEqualTo(first).isNotEmpty();
        }
    }

    private static List<Turn> again(SpeakerSession session, float[] samples) {
        return session.diarize(
                        AudioSource.of(samples), DiarizationOptions.DEFAULT, RunControl.of(new CancelToken(), LONG))
                .turns(List.of());
    }

    @Test
    void takesRecognizedWordsForEvidenceOfSpeech() {
        float[] horn = Recordings.wav("noise/car-horn.wav");
        Word word = new Word("Honk", Duration.ofMillis(500), Duration.ofSeconds(1), 0.9);

        assertThat(turns(horn, 0, word)).isNotEmpty();
    }

    @Test
    void endsWhenItIsCancelledAndWorksAgain() {
        float[] conversation = Recordings.wav("conversation.wav");
        CancelToken cancel = new CancelToken();
        AtomicLong heard = new AtomicLong();
        RunControl control = new RunControl(cancel, LONG, done -> {
            heard.set(done.toSeconds());
            if (done.toSeconds() == 5) {
                cancel.cancel(Reason.REQUESTED);
            }
        });
        try (SpeakerSession session = model.open()) {
            assertThatExceptionOfType(InferenceCancelled.class)
                    .isThrownBy(
                            () -> session.diarize(AudioSource.of(conversation), DiarizationOptions.DEFAULT, control));
            assertThat(heard).hasValue(5);

            assertThat(again(session, conversation)).isNotEmpty();
        }
    }
}
