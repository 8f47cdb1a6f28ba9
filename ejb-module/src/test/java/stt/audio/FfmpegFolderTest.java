package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FFmpeg's folder is whole, whoever unpacks it and whatever happened to it before. */
class FfmpegFolderTest {

    @TempDir
    private Path parent = Path.of("");

    @Test
    void severalMayUnpackAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Callable<FfmpegFolder> unpack = () -> FfmpegFolder.in(parent);
        List<Future<FfmpegFolder>> all =
                threads.invokeAll(IntStream.range(0, 3).mapToObj(i -> unpack).toList());
        for (Future<FfmpegFolder> one : all) {
            assertThat(one.get().program()).isExecutable();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(list(parent)).containsExactly(FfmpegFolder.in(parent).home());
    }

    @Test
    void isLeftAloneWhenItIsWhole() throws IOException {
        FfmpegFolder folder = FfmpegFolder.in(parent);
        Object inode = Files.getAttribute(folder.program(), "unix:ino");
        assertThat(Files.getAttribute(FfmpegFolder.in(parent).program(), "unix:ino"))
                .isEqualTo(inode);
    }

    @Test
    void isUnpackedAnewWhenAFileInItIsDamaged() throws IOException {
        Path program = FfmpegFolder.in(parent).program();
        byte[] bytes = Files.readAllBytes(program);
        byte[] good = bytes.clone();
        bytes[1000] ^= 1;
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.write(program, bytes);
        assertThat(FfmpegFolder.in(parent).program()).hasBinaryContent(good);
        assertThat(list(parent)).hasSize(1);
    }

    @Test
    void isUnpackedAnewWhenAFileInItIsMissing() throws IOException {
        Path library = FfmpegFolder.in(parent).home().resolve("libpulse.so.0");
        Files.delete(library);
        FfmpegFolder.in(parent);
        assertThat(library).exists();
    }

    @Test
    void whatAKilledProcessLeftIsDeletedAfterAWhile() throws IOException {
        Path abandoned = Files.createDirectories(parent.resolve(".1.0-linux-x86_64-aaaa"));
        Files.writeString(abandoned.resolve("ffmpeg"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(7200)));
        Path busy = Files.createDirectories(parent.resolve(".1.0-linux-x86_64-bbbb"));
        FfmpegFolder folder = FfmpegFolder.in(parent);
        assertThat(list(parent)).containsExactlyInAnyOrder(folder.home(), busy);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
