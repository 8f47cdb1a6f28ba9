package stt.audio;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * FFmpeg's program and libraries unpacked from their jar, once per version, into a folder that any number of processes
 * share. The folder appears whole or not at all, and is unpacked anew when a file in it differs from the jar's.
 *
 * @param home holds {@code ffmpeg} and its libraries
 */
record FfmpegFolder(Path home) {

    /**
     * What libavdevice and libavutil link to for screens, sound cards and hardware decoders, and a server may not have. The
     * calls are bound lazily and never made, so any library under these names will do.
     */
    private static final List<String> UNUSED_LIBRARIES =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0", "libudev.so.1");

    private static final String STAND_IN = "libva-drm.so.2";
    private static final String PROGRAM = "ffmpeg";
    private static final String EMPTY = "empty";

    /** Unpacks below {@code parent} what is not there yet. */
    static FfmpegFolder in(Path parent) {
        try (FfmpegJar jar = FfmpegJar.onClassPath()) {
            Path home = parent.resolve(jar.version()).toAbsolutePath();
            if (!complete(home, jar)) {
                Files.createDirectories(parent);
                install(home, jar);
            }
            return new FfmpegFolder(home);
        } catch (IOException failure) {
            throw new UncheckedIOException("FFmpeg could not be unpacked into " + parent, failure);
        }
    }

    Path program() {
        return home.resolve(PROGRAM);
    }

    /** Where FFmpeg runs: nothing is in it. The program and its libraries are one level up. */
    Path emptyFolder() {
        return home.resolve(EMPTY);
    }

    /** One process at a time; the kernel takes the lock from one that dies. Within a process the monitor does it. */
    private static synchronized void install(Path home, FfmpegJar jar) throws IOException {
        Path fresh = home.resolveSibling(home.getFileName() + ".new");
        Path broken = home.resolveSibling(home.getFileName() + ".old");
        try (FileChannel lock = FileChannel.open(home.resolveSibling(".lock"), CREATE, WRITE)) {
            lock.lock();
            if (complete(home, jar)) {
                return;
            }
            delete(fresh);
            delete(broken);
            unpack(fresh, jar);
            if (Files.exists(home)) {
                Files.move(home, broken, ATOMIC_MOVE);
            }
            Files.move(fresh, home, ATOMIC_MOVE);
            delete(broken);
        }
    }

    private static void unpack(Path folder, FfmpegJar jar) throws IOException {
        Files.createDirectory(folder);
        for (FfmpegJar.Entry entry : jar.entries()) {
            Path file = folder.resolve(entry.name());
            try (InputStream in = jar.open(entry)) {
                Files.copy(in, file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        for (String name : UNUSED_LIBRARIES) {
            Files.createSymbolicLink(folder.resolve(name), Path.of(STAND_IN));
        }
        Path empty = Files.createDirectory(folder.resolve(EMPTY));
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    private static boolean complete(Path home, FfmpegJar jar) throws IOException {
        try {
            for (FfmpegJar.Entry entry : jar.entries()) {
                Path file = home.resolve(entry.name());
                if (!Files.isExecutable(file) || Files.size(file) != entry.size() || crc(file) != entry.crc()) {
                    return false;
                }
            }
        } catch (NoSuchFileException beingReplaced) {
            return false;
        }
        return Files.isDirectory(home.resolve(EMPTY))
                && UNUSED_LIBRARIES.stream().map(home::resolve).allMatch(Files::exists);
    }

    private static long crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return crc.getValue();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
