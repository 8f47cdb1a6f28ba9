package stt.web.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.inference.api.Beam;
import stt.inference.api.Context;
import stt.inference.api.Decoding;
import stt.inference.api.Sampling;
import stt.inference.api.SegmentLimits;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.Thresholds;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Vad;
import stt.web.errors.InvalidRequest;
import stt.web.uploads.FormFields;

class OptionFieldsTest {

    /** Names and values in turn. */
    private static TranscriptionOptions options(String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return OptionFields.of(new FormFields(form));
    }

    @Test
    void everyFieldIsTaken() {
        assertThat(options(
                        "language", "de",
                        "task", "translate",
                        "word_timestamps", "false",
                        "prompt", "Minutes of the board.",
                        "hotwords", "Payara,Hazelcast",
                        "condition_on_previous_text", "true",
                        "strategy", "sequential",
                        "beam_size", "4",
                        "patience", "2",
                        "length_penalty", "0.8",
                        "temperature", "0,0.3",
                        "best_of", "3",
                        "seed", "42",
                        "compression_ratio_threshold", "2",
                        "log_prob_threshold", "-0.5",
                        "no_speech_threshold", "none",
                        "vad_threshold", "0.4",
                        "vad_min_silence_ms", "500",
                        "vad_speech_pad_ms", "100",
                        "max_segment_length", "7.5",
                        "max_segment_characters", "84"))
                .isEqualTo(new TranscriptionOptions(
                        Optional.of("de"),
                        Task.TRANSLATE,
                        false,
                        new Context(Optional.of("Minutes of the board."), Optional.of("Payara, Hazelcast"), true),
                        Strategy.SEQUENTIAL,
                        new Decoding(
                                new Beam(4, 2, 0.8),
                                new Sampling(List.of(0.0, 0.3), 3, 42),
                                new Thresholds(OptionalDouble.of(2), OptionalDouble.of(-0.5), OptionalDouble.empty()),
                                true),
                        new Vad(true, 0.4, Duration.ofMillis(500), Duration.ofMillis(100)),
                        new SegmentLimits(Duration.ofMillis(7_500), 84)));
    }

    @Test
    void aPresetStandsForItsOptions() {
        assertThat(options("preset", "fast")).isEqualTo(TranscriptionOptions.fast());
        assertThat(options("preset", "balanced")).isEqualTo(options()).isEqualTo(TranscriptionOptions.DEFAULT);
        assertThat(options("preset", "accurate")).isEqualTo(TranscriptionOptions.accurate());
    }

    @Test
    void aFieldGoesBeforeThePreset() {
        Decoding accurate = TranscriptionOptions.accurate().decoding();

        assertThat(options("preset", "accurate", "beam_size", "2").decoding()).isEqualTo(accurate.with(Beam.of(2)));
        assertThat(options("preset", "accurate", "temperature", "0").decoding())
                .isEqualTo(accurate.with(new Sampling(List.of(0.0), 5, 0)));
        assertThat(options("preset", "fast", "log_prob_threshold", "none").decoding())
                .isEqualTo(TranscriptionOptions.fast()
                        .decoding()
                        .with(new Thresholds(OptionalDouble.of(2.4), OptionalDouble.empty(), OptionalDouble.of(0.6))));
    }

    @Test
    void fiveTextsAreDrawnWhereNobodySaysHowMany() {
        assertThat(options("temperature", "0.4").decoding().sampling()).isEqualTo(new Sampling(List.of(0.4), 5, 0));
        assertThat(options("temperature", "0.4", "best_of", "1").decoding().sampling())
                .isEqualTo(new Sampling(List.of(0.4), 1, 0));
    }

    @Test
    void aThresholdIsSwitchedOffByNone() {
        assertThat(options(
                                "compression_ratio_threshold", "none",
                                "log_prob_threshold", "None",
                                "no_speech_threshold", "none")
                        .decoding()
                        .thresholds())
                .isEqualTo(Thresholds.NONE);
    }

    @Test
    void granularitiesAreTheOtherWayToAskForTheTimesOfWords() {
        assertThat(options("timestamp_granularities", "word").wordTimes()).isTrue();
        assertThat(options("timestamp_granularities", "segment,word").wordTimes())
                .isTrue();
        assertThat(options("timestamp_granularities[]", "segment\nword").wordTimes())
                .isTrue();
        assertThat(options("timestamp_granularities[]", "segment").wordTimes()).isFalse();
        assertThat(options("timestamp_granularities[]", "segment", "word_timestamps", "false")
                        .wordTimes())
                .isFalse();
    }

    @Test
    void hotwordsMayBeAFieldEach() {
        assertThat(options("hotwords[]", "Payara Micro\nHazelcast").context().hotwords())
                .contains("Payara Micro, Hazelcast");
    }

    @ParameterizedTest
    @CsvSource({
        "beam_size,1,10",
        "best_of,1,10",
        "patience,0.1,5",
        "length_penalty,0,2",
        "seed,0,9007199254740991",
        "temperature,0,1",
        "compression_ratio_threshold,1,10",
        "log_prob_threshold,-10,0",
        "no_speech_threshold,0,1",
        "vad_threshold,0.05,0.95",
        "vad_min_silence_ms,32,10000",
        "vad_speech_pad_ms,0,2000",
        "max_segment_length,1,60",
        "max_segment_characters,10,1000"
    })
    void rangesEndWhereTheyAreSaidTo(String field, String least, String most) {
        // Others that make any value of these meaningful.
        Map<String, String> form = new HashMap<>(Map.of("temperature", "0,1"));
        if (field.equals("patience")) {
            form.put("beam_size", "2");
        }
        for (String value : List.of(least, most)) {
            form.put(field, value);
            assertThat(OptionFields.of(new FormFields(form))).isNotNull();
        }
        for (String value : List.of(least + "x", "-11", "99999999999999999999")) {
            form.put(field, value);
            assertThatThrownBy(() -> OptionFields.of(new FormFields(form)))
                    .isInstanceOfSatisfying(
                            InvalidRequest.class, e -> assertThat(e.code()).isEqualTo("invalid_" + field))
                    .hasMessageStartingWith(field + " must be ")
                    .hasMessageContaining(" from " + least + " to " + most)
                    .hasMessageContaining(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "preset,best,fast",
        "task,summarize,translate",
        "strategy,parallel,sequential",
        "vad,on,true",
        "condition_on_previous_text,yes,true",
        "timestamp_granularities,character,word",
        "temperature[],2,1"
    })
    void whatIsNoChoiceIsRefusedWithTheChoices(String field, String value, String choice) {
        assertThatThrownBy(() -> options(field, value))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith(field.replace("[]", "") + " must be ")
                .hasMessageContaining(choice)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "beam_size=5; temperature=0.2",
                "best_of=5; temperature=0",
                "best_of=5; seed=1",
                "patience=2; beam_size=1",
                "patience=2; vad=true",
                "temperature=0,0.2; compression_ratio_threshold=none,log_prob_threshold=none",
                "vad=false; vad_threshold=0.4",
                "vad=false; vad_min_silence_ms=400",
                "vad=false; vad_speech_pad_ms=0",
                "word_timestamps=true; timestamp_granularities[]=segment",
                "word_timestamps=false; timestamp_granularities[]=word"
            })
    void fieldsWithoutEffectBesideOthersAreRefused(String first, String second) {
        Map<String, String> form = new HashMap<>();
        for (String field : (first + "," + second).split(",(?=[a-z])", -1)) {
            String[] parts = field.strip().split("=", -1);
            form.put(parts[0], parts[1]);
        }

        assertThatThrownBy(() -> OptionFields.of(new FormFields(form)))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.code()).isEqualTo("conflicting_fields"))
                .message()
                .endsWith(".");
    }

    @Test
    void aClientThatSendsFasterWhispersDefaultsIsServed() {
        assertThat(options(
                                "beam_size", "5",
                                "best_of", "5",
                                "patience", "1",
                                "length_penalty", "1",
                                "temperature", "0.0,0.2,0.4,0.6,0.8,1.0",
                                "compression_ratio_threshold", "2.4",
                                "log_prob_threshold", "-1.0",
                                "no_speech_threshold", "0.6")
                        .decoding())
                .isEqualTo(TranscriptionOptions.accurate().decoding());
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        for (String field : List.of("prompt", "hotwords", "hotwords[]")) {
            assertThatThrownBy(() -> options(field, "x".repeat(4_001)))
                    .isInstanceOf(InvalidRequest.class)
                    .message()
                    .startsWith(field.replace("[]", "") + " must ")
                    .hasSizeLessThan(200);
        }
    }

    @Test
    void elevenTemperaturesAreRefused() {
        assertThatThrownBy(() -> options("temperature", "0,".repeat(11)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("temperature must be at most 10 numbers, found \"11 numbers\".");
    }
}
