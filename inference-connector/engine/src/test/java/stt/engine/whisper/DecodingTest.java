package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stt.engine.Recordings;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.StarterModels;
import stt.engine.WordErrors;
import stt.inference.api.AudioSource;
import stt.inference.api.Beam;
import stt.inference.api.CancelToken;
import stt.inference.api.Context;
import stt.inference.api.Decoding;
import stt.inference.api.RunControl;
import stt.inference.api.Sampling;
import stt.inference.api.Segment;
import stt.inference.api.SegmentLimits;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.Thresholds;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedTask;
import stt.inference.api.Vad;
import stt.inference.api.Word;

/** The ways to decode, with Whisper base on real recordings. */
@Tag("models")
class DecodingTest {

    private static final int SECOND = AudioSource.SAMPLE_RATE_HZ;
    private static final TranscriptionOptions ENGLISH = TranscriptionOptions.DEFAULT.withLanguage(Optional.of("en"));
    private static final Decoding BEAM = Decoding.DEFAULT.with(Beam.of(5));
    private static final String KENNEDY =
            "And so my fellow Americans ask not what your country can do for you, ask what you can do for your country.";

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

    private static Transcript kennedy(TranscriptionOptions options) {
        return transcribe(Recordings.wav("jfk.wav"), options);
    }

    private static List<String[]> readSentences() {
        try {
            return Files.readAllLines(Recordings.folder().resolve("librivox.tsv")).stream()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The read sentences one after the other, half a second apart. */
    private static float[] readAloud() {
        float[] samples = new float[0];
        for (String[] line : readSentences()) {
            float[] next = Recordings.wav(line[0]);
            int end = samples.length;
            samples = Arrays.copyOf(samples, end + next.length + SECOND / 2);
            System.arraycopy(next, 0, samples, end, next.length);
        }
        return samples;
    }

    private static int errors(TranscriptionOptions options) {
        String text = readSentences().stream().map(line -> line[1]).collect(Collectors.joining(" "));
        return WordErrors.between(text, transcribe(readAloud(), options).text());
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void beamSearchHearsReadSentences(Strategy strategy) {
        assertThat(errors(ENGLISH.withStrategy(strategy).withDecoding(BEAM))).isLessThanOrEqualTo(2);
    }

    @Test
    void theLoopOverWindowsHearsReadSentences() {
        TranscriptionOptions sequential = ENGLISH.withStrategy(Strategy.SEQUENTIAL);

        assertThat(errors(sequential)).isLessThanOrEqualTo(3);
        assertThat(errors(sequential.withVad(Vad.OFF))).isLessThanOrEqualTo(3);
    }

    @Test
    void presetsHearReadSentences() {
        for (TranscriptionOptions preset : List.of(TranscriptionOptions.fast(), TranscriptionOptions.accurate())) {
            assertThat(errors(preset)).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void wordsAreInOrderAndInsideTheAudio(Strategy strategy) {
        float[] read = readAloud();
        float[] late = new float[20 * SECOND + read.length];
        System.arraycopy(read, 0, late, 20 * SECOND, read.length);
        Transcript transcript = transcribe(late, ENGLISH.withStrategy(strategy).withDecoding(BEAM));

        List<Word> words = transcript.segments().stream()
                .flatMap(segment -> segment.words().stream())
                .toList();
        assertThat(words).hasSizeGreaterThan(60);
        Duration last = Duration.ofSeconds(19);
        for (Word word : words) {
            assertThat(word.start()).isGreaterThanOrEqualTo(last);
            last = word.end();
        }
        assertThat(last).isLessThanOrEqualTo(transcript.duration());
        assertThat(words.get(0).start()).isLessThan(Duration.ofSeconds(21));
    }

    @Test
    void withoutVoiceActivityTheSameIsHeard() {
        assertThat(WordErrors.between(KENNEDY, kennedy(ENGLISH.withVad(Vad.OFF)).text()))
                .isZero();
    }

    @Test
    void drawnTextsDependOnTheSeedAlone() {
        assertThat(drawn(1)).isEqualTo(drawn(1));
        assertThat(List.of(drawn(2).text(), drawn(3).text(), drawn(4).text()))
                .anyMatch(text -> !text.equals(drawn(1).text()));
    }

    private static Transcript drawn(long seed) {
        Decoding hot =
                Decoding.DEFAULT.with(new Sampling(List.of(1.0), 1, seed)).withRepair(false);
        return transcribe(Recordings.wav("conversation.wav"), ENGLISH.withDecoding(hot));
    }

    @Test
    void theBestOfSeveralDrawnTextsIsMostlyRight() {
        Sampling warm = new Sampling(List.of(0.4), 5, 7);

        assertThat(WordErrors.between(
                        KENNEDY,
                        kennedy(ENGLISH.withDecoding(Decoding.DEFAULT.with(warm)))
                                .text()))
                .isLessThanOrEqualTo(2);
    }

    /** No text is as likely as that, so that every temperature is tried, and the likeliest text is taken. */
    @ParameterizedTest
    @EnumSource(Strategy.class)
    void whatIsNotBelievedIsDecodedAtOtherTemperatures(Strategy strategy) {
        Thresholds impossible = new Thresholds(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.empty());
        Decoding decoding = Decoding.DEFAULT.withRepair(false).with(impossible);
        TranscriptionOptions once = ENGLISH.withStrategy(strategy).withDecoding(decoding);
        TranscriptionOptions often = once.withDecoding(decoding.with(new Sampling(List.of(0.0, 0.2, 0.4), 2, 0)));

        long before = session.decodedSteps();
        Transcript one = kennedy(once);
        long between = session.decodedSteps();
        Transcript other = kennedy(often);

        assertThat(session.decodedSteps() - between).isGreaterThan(5 * (between - before) / 2);
        assertThat(WordErrors.between(one.text(), other.text())).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise/car-horn.wav", "noise/dog.wav", "noise/noise1.wav"})
    void theRuleOfSilenceHearsNothingInNoise(String recording) {
        TranscriptionOptions options = ENGLISH.withVad(Vad.OFF)
                .withDecoding(BEAM.with(
                        new Thresholds(OptionalDouble.of(2.4), OptionalDouble.empty(), OptionalDouble.of(0.2))));

        assertThat(transcribe(Recordings.wav(recording), options).segments()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void aPromptTeachesNamesAndStyle(Strategy strategy) {
        TranscriptionOptions options = ENGLISH.withStrategy(strategy);
        String plain = "my fellow amerikans and so my fellow amerikans";

        assertThat(kennedy(options.withContext(told(plain))).text())
                .startsWith("and so my fellow amerikans ask not what your country can do for you ask");
        assertThat(kennedy(options).text()).contains("fellow Americans");
    }

    private static Context told(String prompt) {
        return new Context(Optional.of(prompt), Optional.empty(), false);
    }

    @Test
    void hotwordsAreHeard() {
        float[] introduction = Arrays.copyOfRange(Recordings.wav("conversation.wav"), 6 * SECOND, 24 * SECOND);
        Context names = new Context(Optional.empty(), Optional.of("Dyanne Sheela"), false);

        assertThat(transcribe(introduction, ENGLISH).text()).contains("Diane", "Sheila");
        assertThat(transcribe(introduction, ENGLISH.withContext(names)).text()).contains("Dyanne", "Sheela");
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void whatWasHeardIsToldOn(Strategy strategy) {
        Context remembering = new Context(Optional.of("THE DASHWOODS OF NORLAND."), Optional.empty(), true);
        TranscriptionOptions options = ENGLISH.withStrategy(strategy).withContext(remembering);

        assertThat(errors(options)).isLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void translatesToEnglish(Strategy strategy) {
        float[] german = Arrays.copyOfRange(Recordings.wav("multilingual.wav"), 31 * SECOND, 60 * SECOND);
        Transcript transcript = transcribe(
                german, TranscriptionOptions.DEFAULT.withStrategy(strategy).withTask(Task.TRANSLATE));

        assertThat(transcript.language()).isEqualTo("de");
        assertThat(transcript.text()).contains(" the ").doesNotContain(" und ");
    }

    @Test
    void anEnglishModelTranslatesNothing() {
        try (SpeechModel english = StarterModels.load("tiny.en");
                SpeechSession other = english.open()) {
            assertThatThrownBy(() -> other.transcribe(
                            AudioSource.of(new float[SECOND]),
                            TranscriptionOptions.DEFAULT.withTask(Task.TRANSLATE),
                            RunControl.of(new CancelToken(), Duration.ofMinutes(1))))
                    .isInstanceOf(UnsupportedTask.class)
                    .hasMessage("The model tiny.en cannot translate: it knows English alone");
        }
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void followsTheLanguageWhereItChanges(Strategy strategy) {
        Transcript transcript = transcribe(
                Recordings.wav("multilingual.wav"),
                TranscriptionOptions.DEFAULT.withStrategy(strategy).withDecoding(BEAM));

        assertThat(transcript.text()).contains("Permission is hereby granted").contains("zu ver");
    }

    @Test
    void segmentsAreAsShortAsAsked() {
        SegmentLimits subtitles = new SegmentLimits(Duration.ofSeconds(3), 40);
        List<Segment> segments = kennedy(ENGLISH.withSegments(subtitles)).segments();

        assertThat(segments).hasSizeGreaterThan(2).allSatisfy(segment -> {
            assertThat(segment.end().minus(segment.start())).isLessThanOrEqualTo(subtitles.longest());
            assertThat(segment.text().length()).isLessThanOrEqualTo(subtitles.characters());
        });
    }
}
