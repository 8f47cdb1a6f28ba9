package stt.engine.whispercpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NativeTextTest {

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(NativeText.repaired(" Ça va, ð og þ? 日本語 ")).isEqualTo("Ça va, ð og þ? 日本語");
    }

    @Test
    void charactersThatCameByteByByteArePutTogether() {
        assertThat(NativeText.repaired("good " + bytes("\ud83d\ude00") + "!")).isEqualTo("good \ud83d\ude00!");
    }

    @Test
    void whatIsLeftOfAHalvedCharacterIsDropped() {
        assertThat(NativeText.repaired("a\u0098\u0080b")).isEqualTo("ab");
    }
}
