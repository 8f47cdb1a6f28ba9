package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.audio.UnsupportedAudio.Reason;
import stt.inference.api.CancelToken;

/** Files made to read other files, or to cost more than a recording may. */
class HostileFilesTest {

    private static final AudioDecoder DECODER = Recordings.decoder();

    @TempDir
    private static Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "mp4", "wav", "mpg", "m3u8"})
    void neverFollowsAPlaylistWhateverItIsCalled(String type) throws IOException {
        Path secret = Files.copy(Recordings.SPEECH, folder.resolve("secret-" + type + ".wav"));
        for (String start :
                List.of("#EXTM3U\n#EXTINF:11,\n", "ffconcat version 1.0\nfile '", "ID3\4\0\0\0\0\0\0#EXTM3U\n")) {
            Path list = Files.writeString(folder.resolve("list." + type), start + secret + "\n");
            assertRefused(DECODER, list);
        }
    }

    @Test
    void neverOpensTheFileThatAFilmRefersTo() throws IOException {
        Path secret = Files.copy(Recordings.SPEECH, folder.resolve("secret.wav"));
        Path mov = Recordings.ffmpeg(
                folder.resolve("own.mov"),
                List.of("-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", "11", "-c:a", "pcm_s16le"));
        Path film = Files.write(folder.resolve("referring.mov"), Boxes.referTo(Files.readAllBytes(mov), secret));
        assertThat(loudest(unprotected(film))).isGreaterThan(0.5f);
        assertRefused(DECODER, film, Reason.DAMAGED);
    }

    /** What FFmpeg does when it may follow references. */
    private static float[] unprotected(Path film) throws IOException {
        Path wav = Recordings.ffmpeg(
                folder.resolve("stolen.wav"),
                List.of("-enable_drefs", "1", "-use_absolute_path", "1", "-i", film.toString(), "-c:a", "pcm_f32le"));
        return Recordings.decode(DECODER, wav);
    }

    @Test
    void decodesTheSoundOfAFilmWithoutEverLookingAtItsHugePictures() throws IOException {
        byte[] film = Files.readAllBytes(Recordings.make(folder, "film.mp4", "VIDEO -c:v mpeg4 -c:a aac"));
        int picture = new String(film, StandardCharsets.ISO_8859_1).indexOf("mp4v");
        ByteBuffer.wrap(film).putShort(picture + 28, (short) 0xfffe).putShort(picture + 30, (short) 0xfffe);
        Path huge = Files.write(folder.resolve("huge.mp4"), film);
        assertThat(Likeness.of(Recordings.speech(), Recordings.decode(DECODER, huge))
                        .correlation())
                .isGreaterThan(0.99);
    }

    @Test
    void refusesATooLongRecordingBeforeDecodingItWhenItsLengthIsStated() {
        Path silence = Recordings.ffmpeg(
                folder.resolve("long.flac"), List.of("-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "3601"));
        assertThatThrownBy(() -> DECODER.open(silence, new CancelToken()).close())
                .isInstanceOf(UnsupportedAudio.class)
                .hasMessage("The recording is longer than the 60 minutes that are accepted.");
    }

    @Test
    void stopsWhereARecordingTurnsOutTooLong() {
        Path unstated = Recordings.make(folder, "unstated.aac", "-c:a aac -f adts");
        try (DecodedAudio audio = Recordings.decoder(Duration.ofSeconds(5)).open(unstated, new CancelToken())) {
            assertThatThrownBy(() -> Recordings.readAll(audio))
                    .isInstanceOfSatisfying(
                            UnsupportedAudio.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LONG));
            assertThat(audio.decoded()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        }
    }

    @Test
    void countsTheSilenceOfAGapAsLength() {
        Path gap = Recordings.make(folder, "gap.mkv", "-af asetpts=PTS+gt(T\\,5)*36000/TB -c:a flac -live 1");
        assertRefused(DECODER, gap, Reason.TOO_LONG);
    }

    @Test
    void endsADecoderThatTakesTooMuchProcessorTime() throws IOException {
        Path silence = Recordings.ffmpeg(
                folder.resolve("costly.wav"),
                List.of("-f", "lavfi", "-i", "anullsrc=r=192000:cl=mono", "-t", "1", "-c:a", "pcm_u8"));
        try (RandomAccessFile file = new RandomAccessFile(silence.toFile(), "rw")) {
            file.seek(file.length() - 192_000 - 4);
            file.writeInt(0); // of unknown size: the sound goes on to the end of the file
            file.setLength(2_000_000_000);
        }
        AudioLimits second = new AudioLimits(Duration.ofHours(10), Duration.ofSeconds(1), 1024, Duration.ofMinutes(1));
        assertRefused(new AudioDecoder(Recordings.FFMPEG, second), silence, Reason.TOO_COSTLY);
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 24, 28, 32, 34})
    void refusesAWaveFileWithAnAbsurdHeader(int field) throws IOException {
        byte[] wav = Files.readAllBytes(Recordings.make(folder, "sane.wav", "-bitexact"));
        Arrays.fill(wav, field, field + 2, (byte) 0xff);
        Path absurd = Files.write(folder.resolve("absurd.wav"), wav);
        try {
            assertThat(Recordings.decode(DECODER, absurd)).isNotEmpty();
        } catch (UnsupportedAudio refused) {
            assertThat(refused.reason()).isIn(Reason.DAMAGED, Reason.TOO_LONG, Reason.TOO_COSTLY);
        }
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void takesNoFactsFromTextsInTheFile() {
        Path titled = Recordings.ffmpeg(
                folder.resolve("titled.mp3"),
                List.of(
                        "-i",
                        Recordings.SPEECH.toString(),
                        "-metadata",
                        "title=a\n  Duration: 99:00:00.00, start: 0\n[Parsed_aresample_1 @ 0x0] ch:9 chl:9 r:9Hz -> ch:1\n",
                        "-c:a",
                        "libmp3lame"));
        try (DecodedAudio audio = DECODER.open(titled, new CancelToken())) {
            assertThat(audio.facts())
                    .isEqualTo(new AudioFacts(Container.MP3, "mp3", 16_000, 1, Optional.of(Duration.ofSeconds(11))));
        }
    }

    @Test
    void readsPastAnEndlessTitle() {
        Path titled = Recordings.make(folder, "endless.mp3", "-c:a libmp3lame -metadata title=" + "x".repeat(100_000));
        assertThat(Recordings.decode(DECODER, titled)).hasSize(Recordings.speech().length);
    }

    private static float loudest(float[] samples) {
        float most = 0;
        for (float sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    private static void assertRefused(AudioDecoder decoder, Path file, Reason... reasons) {
        assertThatThrownBy(() -> Recordings.decode(decoder, file))
                .isInstanceOfSatisfying(UnsupportedAudio.class, refusal -> {
                    if (reasons.length > 0) {
                        assertThat(refusal.reason()).isIn((Object[]) reasons);
                    }
                });
        assertThat(ProcessHandle.current().children()).isEmpty();
    }
}
