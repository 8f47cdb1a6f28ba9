package stt.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8AssemblerTest {

    @Test
    void agreesWithTheJdkOnRandomBytes() throws CharacterCodingException {
        Random random = new Random(11);
        byte[] interesting = {
            0x41,
            (byte) 0x80,
            (byte) 0xbf,
            (byte) 0xc1,
            (byte) 0xc3,
            (byte) 0xe0,
            (byte) 0xa0,
            (byte) 0xe4,
            (byte) 0xb8,
            (byte) 0xed,
            (byte) 0x9f,
            (byte) 0xf0,
            (byte) 0x90,
            (byte) 0xf4,
            (byte) 0x8f,
            (byte) 0xf5,
            (byte) 0xff
        };
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[8];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = interesting[random.nextInt(interesting.length)];
            }
            String expected = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.IGNORE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Utf8Assembler assembler = new Utf8Assembler();
            for (byte next : bytes) {
                assembler.accept(next);
            }
            assertThat(assembler.take()).isEqualTo(expected);
        }
    }

    @Test
    void saysWhenACharacterIsUnfinished() {
        Utf8Assembler assembler = new Utf8Assembler();
        assembler.accept((byte) 0xe4);
        assertThat(assembler.whole()).isFalse();
        assembler.accept((byte) 0xb8);
        assembler.accept((byte) 0xad);
        assertThat(assembler.whole()).isTrue();
        assertThat(assembler.take()).isEqualTo("中");
        assertThat(assembler.take()).isEmpty();
    }
}
