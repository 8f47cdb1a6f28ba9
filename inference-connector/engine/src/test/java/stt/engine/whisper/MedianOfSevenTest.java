package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianOfSevenTest {

    /** A network of exchanges that sorts all zeros and ones sorts everything (Knuth, 5.3.4). */
    @Test
    void isRightForAllZerosAndOnes() {
        for (int bits = 0; bits < 128; bits++) {
            float[] v = new float[7];
            for (int i = 0; i < 7; i++) {
                v[i] = bits >> i & 1;
            }
            float median = MedianOfSeven.of(v[0], v[1], v[2], v[3], v[4], v[5], v[6]);
            assertThat(median).isEqualTo(Integer.bitCount(bits) >= 4 ? 1f : 0f);
        }
    }
}
