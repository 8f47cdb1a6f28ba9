package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FFmpeg's folder is whole, whoever unpacks it and whatever happened to it before. */
class FfmpegFolderTest {

    @TempDir
    private Path parent = Path.of("");

    @Test
    void severalProcessesMayUnpackAtOnce() throws Exception {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Unpacker.class.getName(),
                            parent.toString())
                    .inheritIO()
                    .start());
        }
        for (Process one : all) {
            assertThat(one.waitFor()).isZero();
        }
        assertThat(list(parent)).containsExactly(FfmpegFolder.in(parent).home());
    }

    /** Unpacks and ends. */
    static final class Unpacker {

        private Unpacker() {}

        public static void main(String[] arguments) {
            assertThat(FfmpegFolder.in(Path.of(arguments[0])).program()).isExecutable();
        }
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
    void isWholeAgainAfterAProcessWasKilledWhileItUnpacked() throws IOException {
        FfmpegFolder folder = FfmpegFolder.in(parent);
        Path half = folder.home().resolveSibling(folder.home().getFileName() + ".new");
        Files.move(folder.home(), half);
        Files.delete(half.resolve("libavcodec.so.62"));
        assertThat(FfmpegFolder.in(parent).home().resolve("libavcodec.so.62")).exists();
        assertThat(list(parent)).containsExactly(folder.home());
    }

    /** What is in {@code folder}, but for the lock. */
    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(".lock")).toList();
        }
    }
}
