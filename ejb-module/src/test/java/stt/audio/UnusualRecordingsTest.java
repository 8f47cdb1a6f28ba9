package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.inference.api.CancelToken;

/** Recordings as people really have them: odd rates and depths, many channels, several tracks, misleading names. */
class UnusualRecordingsTest {

    private static final AudioDecoder DECODER = Recordings.decoder();
    private static final float[] SPEECH = Recordings.speech();

    @TempDir
    private static Path folder = Path.of("");

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    telephone.wav ; 0.96 ; -ar 8000
                    multimedia.wav ; 0.98 ; -ar 11025
                    22050.wav ; 0.99 ; -ar 22050
                    44100.flac ; 0.999 ; -ar 44100
                    96000.flac ; 0.999 ; -ar 96000
                    192000.wav ; 0.999 ; -ar 192000 -c:a pcm_s24le
                    8bit.wav ; 0.99 ; -c:a pcm_u8
                    24bit.wav ; 0.9999 ; -c:a pcm_s24le
                    32bit.wav ; 0.9999 ; -c:a pcm_s32le
                    float.wav ; 0.9999 ; -c:a pcm_f32le
                    double.wav ; 0.9999 ; -c:a pcm_f64le
                    mulaw.wav ; 0.95 ; -ar 8000 -c:a pcm_mulaw
                    alaw.wav ; 0.95 ; -ar 8000 -c:a pcm_alaw
                    adpcm.wav ; 0.98 ; -c:a adpcm_ms
                    ima.wav ; 0.98 ; -c:a adpcm_ima_wav
                    stereo.wav ; 0.9999 ; -af pan=stereo|c0=c0|c1=c0
                    five.flac ; 0.999 ; -af pan=5.1|FC=c0 -ar 48000
                    five.m4a ; 0.99 ; -af pan=5.1|FC=c0|LFE=0.1*c0 -ar 48000 -c:a aac -b:a 256k
                    big.rf64 ; 0.9999 ; -rf64 always -f wav
                    sony.w64 ; 0.9999 ; -f w64
                    vbr.mp3 ; 0.98 ; -c:a libmp3lame -q:a 7 -ar 44100
                    noxing.mp3 ; 0.98 ; -c:a libmp3lame -q:a 7 -ar 44100 -write_xing 0 -id3v2_version 0
                    tagged.aac ; 0.99 ; -c:a aac -f adts -write_id3v2 1 -metadata title=Speech
                    he.ts ; 0.98 ; VIDEO -c:v mpeg2video -c:a aac -f mpegts
                    blu.m2ts ; 0.98 ; VIDEO -c:v mpeg2video -ar 48000 -c:a ac3 -f mpegts -mpegts_m2ts_mode 1
                    end.mp4 ; 0.99 ; VIDEO -c:v mpeg4 -c:a aac
                    start.mp4 ; 0.99 ; VIDEO -c:v mpeg4 -c:a aac -movflags +faststart
                    parts.mp4 ; 0.99 ; VIDEO -c:v mpeg4 -c:a aac -movflags frag_keyframe+empty_moov+default_base_moof
                    phone.3gp ; 0.9 ; -ar 8000 -c:a libopencore_amrnb -b:a 12.2k -f 3gp
                    live.mkv ; 0.98 ; -c:a libopus -live 1 -f matroska
                    """)
    void decodesThemAll(String name, double likeness, String arguments) {
        float[] samples = Recordings.decode(DECODER, Recordings.make(folder, name, arguments));
        Likeness like = Likeness.of(SPEECH, samples);
        assertThat(like.correlation()).isGreaterThan(likeness);
        assertThat(like.lagMillis()).isBetween(-2.0, 70.0);
        assertThat(samples.length).isCloseTo(SPEECH.length, within(1600));
    }

    @Test
    void keepsTheVolumeOfTwoEqualChannels() {
        float[] samples =
                Recordings.decode(DECODER, Recordings.make(folder, "equal.wav", "-af pan=stereo|c0=c0|c1=c0"));
        assertThat(loudest(samples)).isCloseTo(loudest(SPEECH), within(0.02f));
    }

    @Test
    void neverLeavesTheRangeEvenWhenTheFileDoes() {
        Path loud = Recordings.make(folder, "loud.wav", "-af volume=20dB -c:a pcm_f32le");
        assertThat(loudest(Recordings.decode(DECODER, loud))).isEqualTo(1f);
    }

    @Test
    void goesByTheBytesAndNotByTheName() throws IOException {
        Path mp3 = Recordings.make(folder, "right.mp3", "-c:a libmp3lame");
        for (String wrong : List.of("wrong.wav", "wrong.txt", "noextension", "a b;$(c)'.mp4", "-i.mp3")) {
            Path renamed = Files.copy(mp3, folder.resolve(wrong));
            assertThat(Recordings.decode(DECODER, renamed)).hasSize(SPEECH.length);
        }
    }

    @Test
    void readsAnMp3BehindTagsAndACoverPicture() {
        Path picture = Recordings.ffmpeg(
                folder.resolve("cover.png"), List.of("-f", "lavfi", "-i", "testsrc2=s=600x600", "-frames:v", "1"));
        Path tagged = Recordings.make(
                folder,
                "tagged.mp3",
                "-i " + picture
                        + " -map 0:a -map 1:v -c:a libmp3lame -c:v copy -id3v2_version 3 -metadata title=Speech");
        try (DecodedAudio audio = DECODER.open(tagged, new CancelToken())) {
            assertThat(audio.facts().codec()).isEqualTo("mp3");
            assertThat(Likeness.of(SPEECH, Recordings.readAll(audio)).correlation())
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void takesTheDefaultTrackOfAFilmAndNotItsPicturesOrSubtitles() throws IOException {
        Path subtitles = Files.writeString(folder.resolve("film.srt"), "1\n00:00:01,000 --> 00:00:02,000\nAnd so\n");
        Path film = Recordings.make(
                folder,
                "film.mkv",
                "-f lavfi -i testsrc2=size=160x120:rate=10:duration=11 -f lavfi -i sine=frequency=440:duration=11 -i "
                        + subtitles
                        + " -map 1:v -map 1:v -map 2:a -map 0:a -map 3:s -c:v mpeg4 -c:a flac -c:s srt"
                        + " -disposition:a:0 0 -disposition:a:1 default");
        assertThat(Likeness.of(SPEECH, Recordings.decode(DECODER, film)).correlation())
                .isGreaterThan(0.999);
    }

    @Test
    void countsTimesFromTheStartOfTheFilmWhenItsSoundStartsLate() {
        Path late = Recordings.make(
                folder,
                "late.mkv",
                "-f lavfi -i testsrc2=size=160x120:rate=10:duration=13 -map 1:v -map 0:a -c:v mpeg4 -af asetpts=PTS+2/TB -c:a flac");
        float[] samples = Recordings.decode(DECODER, late);
        assertThat(loudest(Arrays.copyOf(samples, 2 * 16_000 - 160))).isZero();
        float[] sound = Arrays.copyOfRange(samples, 2 * 16_000, samples.length);
        assertThat(Likeness.of(SPEECH, sound)).satisfies(like -> {
            assertThat(like.correlation()).isGreaterThan(0.999);
            assertThat(like.lagMillis()).isCloseTo(0, within(2.0));
        });
    }

    @Test
    void saysWhatTheRecordingIs() {
        Path file = Recordings.make(folder, "facts.flac", "-af pan=5.1|FC=c0 -ar 44100");
        try (DecodedAudio audio = DECODER.open(file, new CancelToken())) {
            assertThat(audio.facts())
                    .isEqualTo(new AudioFacts(Container.FLAC, "flac", 44_100, 6, Optional.of(Duration.ofSeconds(11))));
        }
    }

    private static float loudest(float[] samples) {
        float most = 0;
        for (float sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }
}
