package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.audio.UnsupportedAudio.Reason;
import stt.inference.api.CancelToken;

/** What is no recording is refused with one plain sentence, before or without FFmpeg. */
class RefusedFilesTest {

    private static final AudioDecoder DECODER = Recordings.decoder();

    @TempDir
    private static Path folder = Path.of("");

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(new byte[0], Reason.EMPTY, "empty");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    text, not a recording       ; And so, my fellow Americans
                    text, not a recording       ; é
                    text, not a recording       ; {"text": "json"}
                    text, not a recording       ; the skip of a free moof
                    text, not a recording       ; <!doctype html><html></html>
                    an image                    ; <svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>
                    a playlist, not a recording ; #EXTM3U\\n#EXTINF:10,\\nfile:///etc/passwd
                    a playlist, not a recording ; ffconcat version 1.0\\nfile /etc/passwd
                    a playlist, not a recording ; [playlist]\\nFile1=http://localhost/
                    a playlist, not a recording ; v=0\\no=- 0 0 IN IP4 127.0.0.1\\nm=audio 9 RTP/AVP 0
                    a playlist, not a recording ; <asx version="3.0"><entry><ref href="http://localhost/"/></entry></asx>
                    a playlist, not a recording ; <?xml version="1.0"?><playlist xmlns="http://xspf.org/ns/0/"></playlist>
                    a document                  ; {\\\\rtf1 text}
                    a PDF document              ; %PDF-1.7
                    """)
    void saysWhichKindOfTextItIs(String kind, String text) throws IOException {
        assertRefused(text.translateEscapes().getBytes(StandardCharsets.UTF_8), Reason.UNSUPPORTED_TYPE, kind);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
                    an image,             iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==
                    an image,             /9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////
                    an image,             R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7
                    an image,             UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==
                    an image,             AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZg==
                    a compressed archive, N3q8ryccAAQ=
                    a compressed archive, UmFyIRoHAQA=
                    a compressed archive, /Td6WFoAAATm1rRG
                    a compressed archive, KLUv/SAA
                    a document,           0M8R4KGxGuEAAAAA
                    a program,            f0VMRgIBAQAAAAAA
                    an AIFF recording,    Rk9STQAAAB5BSUZGQ09NTQ==
                    a MIDI score,         TVRoZAAAAAYAAQABAGBNVHJr
                    of no known kind,     AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                    'text, not a recording', //5oAGUAbABsAG8A
                    """)
    void saysWhichKindOfBytesTheyAre(String kind, String base64) throws IOException {
        assertRefused(Base64.getDecoder().decode(base64), Reason.UNSUPPORTED_TYPE, kind);
    }

    @Test
    void refusesArchivesEvenWhenARecordingLiesInThemUncompressed() throws IOException {
        byte[] mp3 = Files.readAllBytes(Recordings.make(folder, "inside.mp3", "-c:a libmp3lame"));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.setLevel(0);
            out.putNextEntry(new ZipEntry("inside.mp3"));
            out.write(mp3);
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(mp3);
        }
        byte[] tar = new byte[512 + mp3.length];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        System.arraycopy(mp3, 0, tar, 512, mp3.length);
        assertRefused(zip.toByteArray(), Reason.UNSUPPORTED_TYPE, "a ZIP archive");
        assertRefused(gzip.toByteArray(), Reason.UNSUPPORTED_TYPE, "a compressed archive");
        assertRefused(tar, Reason.UNSUPPORTED_TYPE, "a TAR archive");
    }

    @Test
    void refusesNoise() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        assertRefused(noise, Reason.UNSUPPORTED_TYPE, "of no known kind");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"silent.mp4,-c:v mpeg4", "silent.mkv,-c:v libvpx", "silent.avi,-c:v mpeg4", "silent.mpg,-c:v mpeg1video"
    })
    void refusesAFilmWithoutSound(String name, String codec) {
        Path film = Recordings.ffmpeg(
                folder.resolve(name),
                List.of(("-f lavfi -i testsrc2=size=160x120:rate=10:duration=2 " + codec).split(" ")));
        assertRefused(film, Reason.NO_SOUND, "The file has no sound track.");
    }

    @Test
    void refusesARecordingOfNothing() {
        Path nothing = Recordings.make(folder, "nothing.flac", "-t 0");
        assertRefused(nothing, Reason.DAMAGED, "no sound in it can be decoded");
    }

    private static void assertRefused(byte[] content, Reason reason, String words) throws IOException {
        Path file = Files.createTempFile(folder, "secretname", ".mp3");
        Files.write(file, content);
        assertRefused(file, reason, words);
    }

    private static void assertRefused(Path file, Reason reason, String words) {
        UnsupportedAudio refusal =
                catchThrowableOfType(UnsupportedAudio.class, () -> DECODER.open(file, new CancelToken())
                        .close());
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal)
                .hasMessageContaining(words)
                .hasMessageMatching("[A-Z][^.]*\\.")
                .message()
                .doesNotContainIgnoringCase("ffmpeg", "secretname", "/");
        assertThat(ProcessHandle.current().children()).isEmpty();
    }
}
