package stt.web.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.web.errors.InvalidRequest;
import stt.web.errors.UploadTooLarge;

class UploadReaderTest {

    private static final long LIMIT = 2 << 20;

    private final Path spool;
    private final SpoolFolder folder;

    UploadReaderTest(@TempDir Path temporary) throws IOException {
        spool = temporary.resolve("spool");
        folder = SpoolFolder.create(spool);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(spool)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        folder.close();
    }

    @Test
    void aFileAndItsFieldsAreReadInAnyOrder() throws IOException {
        Body body = new Body()
                .field("language", " de ")
                .file("file", "C:\\My Music\\gr\u00fc\u00dfe.mp3", "sound")
                .field("model", "base");

        try (UploadForm form = read(body)) {
            assertThat(form.file().path()).hasContent("sound");
            assertThat(form.name()).isEqualTo("gr\u00fc\u00dfe.mp3");
            assertThat(form.fields())
                    .containsOnly(java.util.Map.entry("language", "de"), java.util.Map.entry("model", "base"));
        }
    }

    @Test
    void aFileThatContainsAlmostABoundaryIsWhole() throws IOException {
        String content = "\r\n--" + Body.BOUNDARY.substring(0, 5) + "\r\n--\r\n-";

        try (UploadForm form = read(new Body().file("file", "a.wav", content))) {
            assertThat(form.file().path()).hasBinaryContent(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFileOfExactlyTheLimitIsAccepted() throws IOException {
        try (UploadForm form = read(new Body().file("file", "a.wav", "x".repeat((int) LIMIT)))) {
            assertThat(form.file().path()).hasSize(LIMIT);
        }
    }

    @Test
    void aFileOfOneByteMoreIsNot() {
        assertThatThrownBy(() -> read(new Body().file("file", "a.wav", "x".repeat((int) LIMIT + 1))))
                .isInstanceOf(UploadTooLarge.class);
    }

    @Test
    void anAnnouncedLengthBeyondTheLimitIsRefusedBeforeAnythingIsRead() {
        Body body = new Body().file("file", "a.wav", "x").announcing(LIMIT + (2 << 20));

        assertThatThrownBy(() -> read(body)).isInstanceOf(UploadTooLarge.class);
        assertThat(body.bytesRead()).isZero();
    }

    @Test
    void readingEndsWhereTheLimitIsCrossed() {
        Body body = new Body().file("file", "a.wav", "x".repeat(20 << 20)).announcing(-1);

        assertThatThrownBy(() -> read(body)).isInstanceOf(UploadTooLarge.class);
        assertThat(body.bytesRead()).isLessThan(LIMIT + (2 << 20));
    }

    @Test
    void otherPartsCountToo() {
        Body body = new Body();
        for (int i = 0; i < 4; i++) {
            body.file("other" + i, "a.bin", "x".repeat(1 << 20));
        }

        assertThatThrownBy(() -> read(body)).isInstanceOf(UploadTooLarge.class);
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        assertRefused(new Body().field("model", "base"), "missing_file");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(new Body().file("file", "a.wav", ""), "empty_file");
    }

    @Test
    void aSecondFileIsRefused() {
        assertRefused(new Body().file("file", "a.wav", "x").file("file", "b.wav", "y"), "repeated_field");
    }

    @Test
    void aFieldThatIsGivenTwiceIsRefused() {
        assertRefused(
                new Body().file("file", "a.wav", "x").field("model", "base").field("model", "small"), "repeated_field");
    }

    @Test
    void aFieldWhoseNameSaysSoMayBeGivenAgain() {
        Body body =
                new Body().file("file", "a.wav", "x").field("words[]", "Payara").field("words[]", "Hazelcast");

        try (UploadForm form = read(body)) {
            assertThat(form.fields()).containsEntry("words[]", "Payara\nHazelcast");
        }
    }

    @Test
    void aVeryLongFieldIsRefused() {
        assertRefused(new Body().file("file", "a.wav", "x").field("model", "m".repeat(100_000)), "field_too_long");
    }

    @Test
    void veryManyFieldsAreRefused() {
        Body body = new Body().file("file", "a.wav", "x");
        for (int i = 0; i < 200; i++) {
            body.field("field" + i, "");
        }

        assertRefused(body, "too_many_fields");
    }

    @Test
    void aBodyThatIsCutOffIsRefused() {
        assertRefused(new Body().file("file", "a.wav", "x".repeat(1_000)).cutOff(500), "malformed_multipart");
    }

    @Test
    void aBodyWithoutABoundaryIsRefused() {
        assertRefused(new Body().file("file", "a.wav", "x").ofType("multipart/form-data"), "malformed_multipart");
    }

    @Test
    void aConnectionThatBreaksIsNoServerError() {
        assertRefused(new Body().file("file", "a.wav", "x".repeat(1_000)).breakingAfter(300), "incomplete_body");
    }

    private UploadForm read(Body body) {
        return UploadReader.read(body, folder::newFile, LIMIT);
    }

    private void assertRefused(Body body, String code) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(InvalidRequest.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
