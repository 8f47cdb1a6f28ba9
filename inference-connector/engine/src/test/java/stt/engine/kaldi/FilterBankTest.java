package stt.engine.kaldi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import stt.engine.Recordings;

class FilterBankTest {

    private static final int BINS = 80;

    private final float[] speech = Recordings.wav("jfk.wav");

    /** The fixture is made by {@code bench/diarization/filter_bank_fixture.py} from samples 8000 to 16000. */
    @Test
    void equalsKaldiNativeFbank() throws IOException {
        FilterBank bank = new FilterBank(BINS);
        bank.accept(speech, 8_000, 8_000);
        float[] expected = fixture();
        assertThat(bank.end()).isEqualTo(expected.length / BINS);
        float[] actual = allFrames(bank);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("value %d", i).isCloseTo(expected[i], within(1e-3f));
        }
    }

    @Test
    void givesTheSameFramesHoweverTheSamplesAreDivided() {
        FilterBank whole = new FilterBank(BINS);
        whole.accept(speech, 0, speech.length);
        FilterBank divided = new FilterBank(BINS);
        for (int at = 0, part = 1; at < speech.length; part = part * 3 % 5_003 + 1) {
            int count = Math.min(part, speech.length - at);
            divided.accept(speech, at, count);
            at += count;
        }
        assertThat(allFrames(divided)).isEqualTo(allFrames(whole));
    }

    @Test
    void addsAConstantForScaledSamplesAboveTheFloor() {
        FilterBank plain = new FilterBank(BINS);
        plain.accept(speech, 8_000, 8_000);
        FilterBank scaled = new FilterBank(BINS, 32_768);
        scaled.accept(speech, 8_000, 8_000);
        float floor = (float) Math.log(Math.ulp(1f));
        float[] expected = allFrames(plain);
        float[] actual = allFrames(scaled);
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] > floor) {
                assertThat(actual[i]).isCloseTo(expected[i] + 2 * (float) Math.log(32_768), within(1e-3f));
            }
        }
    }

    @Test
    void countsOnlyWholeFrames() {
        FilterBank bank = new FilterBank(BINS);
        bank.accept(speech, 0, FilterBank.FRAME - 1);
        assertThat(bank.end()).isZero();
        bank.accept(speech, FilterBank.FRAME - 1, 1);
        assertThat(bank.end()).isEqualTo(1);
        bank.accept(speech, FilterBank.FRAME, FilterBank.HOP);
        assertThat(bank.end()).isEqualTo(2);
    }

    @Test
    void keepsTheNumbersOfFramesWhenEarlierOnesAreForgotten() {
        FilterBank bank = new FilterBank(BINS);
        bank.accept(speech, 0, 16_000);
        float[] before = new float[BINS];
        bank.copy(50, before, 0);
        bank.forgetBefore(50);
        bank.accept(speech, 16_000, 16_000);
        float[] after = new float[BINS];
        bank.copy(50, after, 0);
        assertThat(after).isEqualTo(before);
        assertThatThrownBy(() -> bank.copy(49, after, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] allFrames(FilterBank bank) {
        float[] all = new float[(int) bank.end() * BINS];
        for (int frame = 0; frame < bank.end(); frame++) {
            bank.copy(frame, all, frame * BINS);
        }
        return all;
    }

    private static float[] fixture() throws IOException {
        try (InputStream in = Objects.requireNonNull(FilterBankTest.class.getResourceAsStream("jfk-fbank80.f32"))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[bytes.capacity() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return values;
        }
    }
}
