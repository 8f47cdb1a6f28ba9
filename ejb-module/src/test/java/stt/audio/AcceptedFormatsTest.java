package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.inference.api.CancelToken;

/** The sixteen formats of the contract, each made from real speech and compared with it. */
class AcceptedFormatsTest {

    private static final AudioDecoder DECODER = Recordings.decoder();
    private static final float[] SPEECH = Recordings.speech();

    /** The lag in ms is the encoder's delay where the container has no place to record it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MP3  | MP3                 | mp3       |  0 | 0.999 | -c:a libmp3lame -b:a 64k
                    WAV  | WAV                 | pcm_s16le |  0 | 0.9999 | -c:a pcm_s16le
                    FLAC | FLAC                | flac      |  0 | 0.9999 | -c:a flac
                    OGG  | OGG                 | vorbis    |  0 | 0.999 | -ac 2 -ar 44100 -c:a vorbis -b:a 128k
                    M4A  | MP4                 | aac       |  0 | 0.999 | -c:a aac -b:a 64k
                    AAC  | AAC                 | aac       | 64 | 0.999 | -c:a aac -b:a 64k -f adts
                    OPUS | OGG                 | opus      |  0 | 0.99 | -c:a libopus -b:a 32k
                    WMA  | ASF                 | wmav2     | 46 | 0.99 | -ar 44100 -c:a wmav2 -b:a 64k
                    MP4  | MP4                 | aac       |  0 | 0.999 | VIDEO -c:v libopenh264 -c:a aac -b:a 96k
                    WEBM | MATROSKA            | opus      |  0 | 0.99 | VIDEO -c:v libvpx -deadline realtime -c:a libopus
                    MKV  | MATROSKA            | ac3       |  0 | 0.999 | VIDEO -c:v mpeg4 -ar 48000 -c:a ac3 -b:a 128k
                    AVI  | AVI                 | mp3       | 25 | 0.99 | VIDEO -c:v mpeg4 -ar 44100 -c:a libmp3lame -b:a 96k
                    MOV  | MP4                 | alac      |  0 | 0.9999 | VIDEO -c:v mjpeg -c:a alac
                    WMV  | ASF                 | wmav2     | 46 | 0.99 | VIDEO -c:v wmv2 -ar 44100 -c:a wmav2 -b:a 96k
                    MPG  | MPEG_PROGRAM_STREAM | mp2       | 11 | 0.97 | VIDEO -c:v mpeg1video -ar 44100 -c:a mp2 -b:a 192k -f mpeg
                    MPEG | MPEG_PROGRAM_STREAM | mp2       | 10 | 0.97 | VIDEO -c:v mpeg2video -ar 48000 -c:a mp2 -b:a 192k -f vob
                    """)
    void decodesEveryFormatOfTheContract(
            String format,
            Container container,
            String codec,
            double lag,
            double likeness,
            String arguments,
            @TempDir Path folder) {
        Path file = Recordings.make(folder, "recording." + format.toLowerCase(Locale.ROOT), arguments);
        try (DecodedAudio audio = DECODER.open(file, new CancelToken())) {
            Likeness like = Likeness.of(SPEECH, Recordings.readAll(audio));
            assertThat(audio.facts().container()).isEqualTo(container);
            assertThat(audio.facts().codec()).isEqualTo(codec);
            assertThat(like.correlation()).isGreaterThan(likeness);
            assertThat(like.lagMillis()).isCloseTo(lag, within(2.0));
            assertThat(audio.decoded()).isCloseTo(Recordings.LENGTH, Duration.ofMillis(100));
            assertThat(audio.facts().length().orElseThrow()).isCloseTo(Recordings.LENGTH, Duration.ofMillis(500));
        }
    }
}
