package stt.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.engine.Recordings;

/** The values are those of log_mel in inference-connector/models/src/test/python/reference_logits.py. */
class LogMelSpectrogramTest {

    @ParameterizedTest
    @CsvSource({
        "80, 0, 100, 0.03524",
        "80, 40, 333, 0.68231",
        "80, 79, 500, -0.53874",
        "80, 20, 1, -0.53874",
        "128, 0, 100, -0.04052",
        "128, 64, 333, 0.65419",
        "128, 127, 500, -0.50631",
        "128, 32, 1, -0.50631"
    })
    void agreesWithTheReferenceForBothNumbersOfBins(int bins, int bin, int frame, float expected) {
        float[] samples = Recordings.wav("jfk.wav");
        int frames = LogMelSpectrogram.frames(samples.length);
        FloatBuffer features = FloatBuffer.allocate(bins * frames);
        new LogMelSpectrogram(bins).write(samples, features, frames);
        assertThat(features.get(bin * frames + frame)).isCloseTo(expected, within(1e-4f));
    }
}
