package stt.engine.whispercpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.engine.Recordings;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.StarterModels;
import stt.engine.WordErrors;
import stt.inference.api.AudioSource;
import stt.inference.api.Beam;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.Segment;
import stt.inference.api.Task;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedLanguage;

/** Whisper base, converted, beside the same weights in our own engine. */
@Tag("models")
class WhisperCppEngineTest {

    private static final int SECOND = AudioSource.SAMPLE_RATE_HZ;

    @TempDir
    static Path folder;

    private static final Map<String, Transcript> HEARD = new HashMap<>();

    private static SpeechModel model;
    private static SpeechSession session;
    private static SpeechModel ours;
    private static SpeechSession oursSession;

    @BeforeAll
    static void load() {
        model = GgmlModels.load(GgmlModels.convert(folder, "base"), "base");
        session = model.open();
        ours = StarterModels.load("base");
        oursSession = ours.open();
    }

    @AfterAll
    static void free() {
        session.close();
        model.close();
        oursSession.close();
        ours.close();
    }

    private static Transcript transcribe(SpeechSession on, float[] samples, TranscriptionOptions options) {
        return on.transcribe(AudioSource.of(samples), options, RunControl.of(new CancelToken(), Duration.ofMinutes(5)));
    }

    private static Transcript transcribe(float[] samples) {
        return transcribe(session, samples, TranscriptionOptions.DEFAULT);
    }

    /** A recording, transcribed once for all tests. */
    private static Transcript heard(String recording) {
        return HEARD.computeIfAbsent(recording, name -> transcribe(Recordings.wav(name)));
    }

    private static int differences(String recording) {
        return WordErrors.between(
                transcribe(oursSession, Recordings.wav(recording), TranscriptionOptions.DEFAULT)
                        .text(),
                heard(recording).text());
    }

    @Test
    void hearsKennedyAsOurEngineDoes() {
        assertThat(differences("jfk.wav")).isLessThanOrEqualTo(1);

        Transcript transcript = heard("jfk.wav");
        assertThat(transcript.language()).isEqualTo("en");
        assertThat(transcript.model()).isEqualTo("ggml-base");
        assertThat(transcript.duration()).isEqualTo(Duration.ofSeconds(11));
    }

    /** Our engine makes one error at most. */
    @Test
    void hearsReadSentencesNearlyAsWell() throws IOException {
        int errors = 0;
        for (String line : Files.readAllLines(Recordings.folder().resolve("librivox.tsv"))) {
            String[] columns = line.split("\t", -1);
            errors += WordErrors.between(
                    columns[1], transcribe(Recordings.wav(columns[0])).text());
        }
        assertThat(errors).isLessThanOrEqualTo(3);
    }

    /** Eighty words on the phone, some of them at the same time. */
    @Test
    void hearsAConversationMuchAsOurEngineDoes() {
        assertThat(differences("conversation.wav")).isLessThanOrEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise/car-horn.wav", "noise/dog.wav"})
    void hearsNothingInNoise(String recording) {
        assertThat(transcribe(Recordings.wav(recording)).segments()).isEmpty();
    }

    @Test
    void hearsNothingWhereThereIsNothing() {
        assertThat(transcribe(new float[40 * SECOND]).segments()).isEmpty();
        assertThat(transcribe(new float[0]).duration()).isZero();
        assertThat(transcribe(new float[10]).segments()).isEmpty();
    }

    /** English, then German: each is decoded as what it is. */
    @Test
    void followsAChangeOfLanguageAndKeepsLettersWhole() {
        Transcript transcript = heard("multilingual.wav");

        assertThat(transcript.text())
                .contains("Permission is hereby granted, free of charge")
                .contains("veröffentlichen");
        assertThat(transcript.language()).isIn("en", "de");
    }

    private static float[] german() {
        return Arrays.copyOfRange(Recordings.wav("multilingual.wav"), 31 * SECOND, 42 * SECOND);
    }

    private static TranscriptionOptions in(String language) {
        return TranscriptionOptions.DEFAULT.withLanguage(Optional.of(language));
    }

    @Test
    void takesTheLanguageItIsTold() {
        Transcript told = transcribe(session, german(), in("de"));

        assertThat(told.language()).isEqualTo("de");
        assertThat(told.text()).contains(" und ");
    }

    @Test
    void translates() {
        Transcript english = transcribe(session, german(), in("de").withTask(Task.TRANSLATE));

        assertThat(english.text().toLowerCase(java.util.Locale.ROOT))
                .contains(" the ")
                .doesNotContain(" und ");
        assertThat(english.language()).isEqualTo("de");
    }

    @Test
    void searchesWithABeam() {
        TranscriptionOptions beam =
                in("en").withDecoding(TranscriptionOptions.DEFAULT.decoding().with(Beam.of(3)));

        assertThat(transcribe(session, Recordings.wav("jfk.wav"), beam).text())
                .contains("ask not what your country can do for you");
    }

    @Test
    void saysThatItTellsNoTimesOfWords() {
        Transcript transcript = heard("jfk.wav");
        assertThat(transcript.warnings()).containsExactly("The model ggml-base tells no times of words.");
        assertThat(transcript.segments()).isNotEmpty().allSatisfy(segment -> {
            assertThat(segment.words()).isEmpty();
            assertThat(segment.confidence()).isZero();
        });
    }

    @Test
    void refusesALanguageItDoesNotKnow() {
        assertThatThrownBy(() -> transcribe(
                        session, new float[SECOND], TranscriptionOptions.DEFAULT.withLanguage(Optional.of("tlh"))))
                .isInstanceOf(UnsupportedLanguage.class);
        assertThat(model.languages()).hasSize(99).contains("en", "de", "haw");
    }

    @Test
    void segmentsAreInOrderAndInsideTheAudio() {
        for (String recording : List.of("jfk.wav", "conversation.wav", "multilingual.wav", "two-channels.wav")) {
            Transcript transcript = heard(recording);
            Duration last = Duration.ZERO;
            assertThat(transcript.segments()).isNotEmpty();
            for (Segment segment : transcript.segments()) {
                assertThat(segment.start()).isGreaterThanOrEqualTo(last);
                assertThat(segment.end()).isGreaterThanOrEqualTo(segment.start());
                last = segment.end();
            }
            assertThat(last).isLessThanOrEqualTo(transcript.duration());
        }
    }

    @Test
    void segmentsBeginWithTheirSpeech() {
        Segment first = heard("jfk.wav").segments().get(0);

        assertThat(first.start()).isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
    }

    @Test
    void reportsProgressInAudioTimeToTheEnd() {
        List<Duration> reports = new ArrayList<>();
        session.transcribe(
                AudioSource.of(Recordings.wav("jfk.wav")),
                in("en"),
                new RunControl(new CancelToken(), Duration.ofMinutes(5), reports::add));

        assertThat(reports).isSorted().hasSizeGreaterThanOrEqualTo(2).endsWith(Duration.ofSeconds(11));
    }
}
