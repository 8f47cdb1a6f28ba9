package stt.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import stt.transcripts.TranscriptionRequest;

class RequestJsonTest {

    static Stream<TranscriptionOptions> options() {
        return Stream.of(
                TranscriptionOptions.DEFAULT,
                TranscriptionOptions.fast(),
                TranscriptionOptions.accurate(),
                new TranscriptionOptions(
                        Optional.of("de"),
                        Task.TRANSLATE,
                        false,
                        new Context(Optional.of("Größe: 5 µm, \"so\"\n"), Optional.of("Payara, Hazelcast"), true),
                        Strategy.SEQUENTIAL,
                        new Decoding(
                                new Beam(10, 0.1, 1.0 / 3),
                                new Sampling(List.of(0.0, 0.1, 0.30000000000000004), 7, (1L << 53) - 1),
                                new Thresholds(
                                        OptionalDouble.of(1.9), OptionalDouble.empty(), OptionalDouble.of(0.123456789)),
                                false),
                        new Vad(false, 0.35, Duration.ofMillis(32), Duration.ZERO),
                        new SegmentLimits(Duration.ofMillis(7_500), 84)));
    }

    @ParameterizedTest
    @MethodSource("options")
    void aRequestComesBackAsItWasKept(TranscriptionOptions options) {
        TranscriptionRequest request = new TranscriptionRequest("base", options, true, 3, true);

        assertThat(RequestJson.read(RequestJson.write(request))).isEqualTo(request);
    }

    @Test
    void whatAnEarlierVersionKeptHasTheDefaultsOfToday() {
        assertThat(RequestJson.read("{\"model\":\"base\",\"word_times\":false,\"diarize\":true,\"speakers\":2,"
                        + "\"split_channels\":false,\"language\":\"de\"}"))
                .isEqualTo(new TranscriptionRequest(
                        "base",
                        TranscriptionOptions.DEFAULT
                                .withLanguage(Optional.of("de"))
                                .withWordTimes(false),
                        true,
                        2,
                        false));
    }
}
