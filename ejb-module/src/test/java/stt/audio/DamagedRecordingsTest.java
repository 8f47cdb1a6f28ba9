package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be saved of a damaged recording is decoded; what cannot be is refused. */
class DamagedRecordingsTest {

    private static final AudioDecoder DECODER = Recordings.decoder();
    private static final float[] SPEECH = Recordings.speech();

    @TempDir
    private static Path folder = Path.of("");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    cut.mp3  ; -c:a libmp3lame -b:a 64k
                    cut.wav  ; -c:a pcm_s16le
                    cut.flac ; -c:a flac
                    cut.ogg  ; -c:a libopus
                    cut.aac  ; -c:a aac -f adts
                    cut.wma  ; -ar 44100 -c:a wmav2
                    cut.mkv  ; VIDEO -c:v mpeg4 -c:a libopus
                    cut.mp4  ; VIDEO -c:v mpeg4 -c:a aac -movflags +faststart
                    cut.avi  ; VIDEO -c:v mpeg4 -ar 44100 -c:a libmp3lame
                    cut.mpg  ; VIDEO -c:v mpeg1video -ar 44100 -c:a mp2
                    """)
    void decodesTheUsablePartOfACutFile(String name, String arguments) throws IOException {
        byte[] whole = Files.readAllBytes(Recordings.make(folder, name, arguments));
        Path half = Files.write(folder.resolve("half-" + name), Arrays.copyOf(whole, whole.length / 2));
        float[] samples = Recordings.decode(DECODER, half);
        assertThat(samples.length / 16_000.0).isCloseTo(5.5, within(1.5));
        assertThat(Likeness.of(Arrays.copyOf(SPEECH, 4 * 16_000), samples).correlation())
                .isGreaterThan(0.97);
    }

    @Test
    void refusesAFileWhoseIndexIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(Recordings.make(folder, "end.m4a", "-c:a aac"));
        assertDamaged(Files.write(folder.resolve("cut-end.m4a"), Arrays.copyOf(whole, whole.length / 2)));
    }

    @ParameterizedTest
    @CsvSource({"wav,44", "flac,30", "ogg,40", "mp4,32", "mkv,60", "wma,100", "avi,60"})
    void refusesAFileOfWhichOnlyTheHeaderIsLeft(String type, int bytes) throws IOException {
        byte[] whole = Files.readAllBytes(Recordings.make(folder, "whole-" + type + "." + type, "-ar 44100"));
        assertDamaged(Files.write(folder.resolve("header." + type), Arrays.copyOf(whole, bytes)));
    }

    @Test
    void toleratesSomeBrokenFrames() throws IOException {
        byte[] bytes = Files.readAllBytes(Recordings.make(folder, "scratched.mp3", "-c:a libmp3lame -b:a 64k"));
        for (int i = 5; i < 10; i++) {
            Arrays.fill(bytes, i * bytes.length / 10, i * bytes.length / 10 + 300, (byte) 0);
        }
        float[] samples = Recordings.decode(DECODER, Files.write(folder.resolve("scratched2.mp3"), bytes));
        assertThat(samples.length).isCloseTo(SPEECH.length, within(16_000));
        float[] untouched = Arrays.copyOf(SPEECH, 5 * 16_000);
        assertThat(Likeness.of(untouched, samples).correlation()).isGreaterThan(0.99);
    }

    @Test
    void refusesAFileOfBrokenFrames() throws IOException {
        byte[] bytes = Files.readAllBytes(Recordings.make(folder, "whole.m4a", "-c:a aac -movflags +faststart"));
        int sound = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        byte[] noise = new byte[bytes.length - sound];
        new Random(7).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, sound, noise.length);
        assertDamaged(Files.write(folder.resolve("broken.m4a"), bytes));
    }

    @Test
    void ignoresAHeaderThatLiesAboutTheLength() throws IOException {
        for (int lie : new int[] {0, 0x7fff_ffff, -1}) {
            byte[] bytes = Files.readAllBytes(Recordings.SPEECH);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(74, lie);
            assertThat(Recordings.decode(DECODER, Files.write(folder.resolve("lie.wav"), bytes)))
                    .isEqualTo(SPEECH);
        }
    }

    private static void assertDamaged(Path file) {
        assertThatThrownBy(() -> Recordings.decode(DECODER, file))
                .isInstanceOfSatisfying(UnsupportedAudio.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(UnsupportedAudio.Reason.DAMAGED))
                .hasMessageMatching("The file is damaged[^.]*\\.");
        assertThat(ProcessHandle.current().children()).isEmpty();
    }
}
