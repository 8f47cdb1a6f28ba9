package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.engine.Recordings;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.StarterModels;
import stt.engine.WordErrors;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedLanguage;
import stt.inference.api.Word;

/** Whisper base on real recordings. */
@Tag("models")
class TranscriptionTest {

    private static final int SECOND = AudioSource.SAMPLE_RATE_HZ;

    private static SpeechModel model;
    private static SpeechSession session;

    @BeforeAll
    static void load() {
        model = StarterModels.load("base");
        session = model.open();
    }

    @AfterAll
    static void free() {
        session.close();
        model.close();
    }

    private static Transcript transcribe(float[] samples, TranscriptionOptions options) {
        return session.transcribe(
                AudioSource.of(samples), options, RunControl.of(new CancelToken(), Duration.ofMinutes(5)));
    }

    private static Transcript transcribe(float[] samples) {
        return transcribe(samples, TranscriptionOptions.DEFAULT);
    }

    @Test
    void hearsKennedyWordForWord() {
        Transcript transcript = transcribe(Recordings.wav("jfk.wav"));

        assertThat(WordErrors.between(
                        "And so my fellow Americans ask not what your country can do for you, ask what you can do for"
                                + " your country.",
                        transcript.text()))
                .isZero();
        assertThat(transcript.language()).isEqualTo("en");
        assertThat(transcript.model()).isEqualTo("base");
        assertThat(transcript.duration()).isEqualTo(Duration.ofSeconds(11));
        assertThat(transcript.segments().stream()
                        .flatMap(segment -> segment.words().stream())
                        .map(word -> word.text().replace(",", "")))
                .startsWith("And", "so", "my", "fellow", "Americans")
                .hasSize(22);
    }

    /** faster-whisper 1.2.1 makes one error with the same weights (int8, greedy and beam 5), the reference's own. */
    @Test
    void hearsReadSentencesAsWellAsFasterWhisper() throws IOException {
        int errors = 0;
        for (String line : Files.readAllLines(Recordings.folder().resolve("librivox.tsv"))) {
            String[] columns = line.split("\t", -1);
            errors += WordErrors.between(
                    columns[1], transcribe(Recordings.wav(columns[0])).text());
        }
        assertThat(errors).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise/car-horn.wav", "noise/dog.wav", "noise/noise1.wav"})
    void hearsNothingInNoise(String recording) {
        Transcript transcript = transcribe(Recordings.wav(recording));

        assertThat(transcript.segments()).isEmpty();
        assertThat(transcript.text()).isEmpty();
        assertThat(model.languages()).contains(transcript.language());
    }

    @Test
    void hearsNothingInSilenceAndStatic() {
        Random random = new Random(1);
        float[] white = new float[40 * SECOND];
        for (int i = 0; i < white.length; i++) {
            white[i] = (float) (random.nextGaussian() * 0.1);
        }
        assertThat(transcribe(new float[40 * SECOND]).segments()).isEmpty();
        assertThat(transcribe(white).segments()).isEmpty();
        assertThat(transcribe(new float[0]).duration()).isZero();
        assertThat(transcribe(new float[10]).segments()).isEmpty();
    }

    @Test
    void tellsLanguagesBySpeechNotBySilence() {
        float[] recording = Recordings.wav("multilingual.wav");
        float[] english = Arrays.copyOfRange(recording, 0, 14 * SECOND);
        float[] german = Arrays.copyOfRange(recording, 31 * SECOND, 42 * SECOND);
        float[] silenceFirst = new float[20 * SECOND + german.length];
        System.arraycopy(german, 0, silenceFirst, 20 * SECOND, german.length);

        assertThat(transcribe(english).language()).isEqualTo("en");
        assertThat(transcribe(german).language()).isEqualTo("de");
        assertThat(transcribe(silenceFirst).language()).isEqualTo("de");
    }

    @Test
    void followsAChangeOfLanguage() {
        Transcript transcript = transcribe(Recordings.wav("multilingual.wav"));

        assertThat(transcript.text())
                .contains("Permission is hereby granted, free of charge")
                .contains("zu veröffentlichen");
    }

    @Test
    void takesTheLanguageItIsTold() {
        TranscriptionOptions german = in("de").withWordTimes(false);
        Transcript transcript =
                transcribe(Arrays.copyOfRange(Recordings.wav("multilingual.wav"), 47 * SECOND, 60 * SECOND), german);

        assertThat(transcript.language()).isEqualTo("de");
        assertThat(transcript.segments()).isNotEmpty().allMatch(segment -> segment.words()
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "zh"})
    void charactersAreWholeInLanguagesWithoutSpaces(String language) {
        Transcript transcript = transcribe(Recordings.wav("jfk.wav"), in(language));

        assertThat(transcript.text().codePoints()).anyMatch(TranscriptionTest::isEastAsian);
        assertThat(transcript.segments()).isNotEmpty().allSatisfy(segment -> {
            assertThat(segment.text()).doesNotContain("\ufffd");
            assertThat(segment.words())
                    .allSatisfy(word -> assertThat(word.text()).isNotBlank());
            assertThat(segment.words().stream().map(Word::text).collect(Collectors.joining()))
                    .isEqualTo(segment.text().replace(" ", ""));
        });
    }

    private static boolean isEastAsian(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA;
    }

    @Test
    void refusesALanguageItDoesNotKnow() {
        assertThatThrownBy(() -> transcribe(new float[SECOND], in("tlh"))).isInstanceOf(UnsupportedLanguage.class);
    }

    private static TranscriptionOptions in(String language) {
        return TranscriptionOptions.DEFAULT.withLanguage(Optional.of(language));
    }

    @Test
    void timesAreInOrderAndInsideTheAudio() {
        for (String recording : List.of("jfk.wav", "conversation.wav", "multilingual.wav", "two-channels.wav")) {
            Transcript transcript = transcribe(Recordings.wav(recording));
            Duration last = Duration.ZERO;
            for (Segment segment : transcript.segments()) {
                assertThat(segment.start()).isGreaterThanOrEqualTo(last);
                last = segment.start();
                for (Word word : segment.words()) {
                    assertThat(word.start()).isGreaterThanOrEqualTo(last);
                    last = word.end();
                }
                assertThat(segment.end()).isEqualTo(last);
            }
            assertThat(last).isLessThanOrEqualTo(transcript.duration());
        }
    }

    @Test
    void segmentsReadLikeSentences() {
        Transcript transcript = transcribe(Recordings.wav("conversation.wav"));

        assertThat(transcript.segments())
                .extracting(Segment::text)
                .contains("I'm in New Jersey now though.")
                .allMatch(text -> text.matches("(?s)\\S.*[.?!]"))
                .hasSizeGreaterThan(6);
        assertThat(transcript.segments()).allMatch(segment -> segment.confidence() > 0.3);
    }

    @Test
    void reportsProgressInAudioTimeToTheEnd() {
        List<Duration> reports = new ArrayList<>();
        session.transcribe(
                AudioSource.of(Recordings.wav("multilingual.wav")),
                TranscriptionOptions.DEFAULT,
                new RunControl(new CancelToken(), Duration.ofMinutes(5), reports::add));

        assertThat(reports).isSorted().hasSizeGreaterThanOrEqualTo(2);
        assertThat(reports.get(reports.size() - 1)).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
    }

    @Test
    void letsTheSourcesFailuresPassAndWorksOn() {
        AudioSource broken = new AudioSource() {
            @Override
            public int read(float[] buffer, int offset, int length) {
                throw new IllegalStateException("the file ended in the middle");
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> session.transcribe(
                        broken, TranscriptionOptions.DEFAULT, RunControl.of(new CancelToken(), Duration.ofMinutes(5))))
                .hasMessage("the file ended in the middle");
        assertThat(transcribe(Recordings.wav("jfk.wav")).text()).contains("fellow Americans");
    }
}
