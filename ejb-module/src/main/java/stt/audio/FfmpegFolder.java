package stt.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
    /** Unpacking takes seconds. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

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

    /** Nothing is in there, and nothing can be written to it without changing its mode. */
    Path emptyFolder() {
        return home.resolve(EMPTY);
    }

    private static void install(Path home, FfmpegJar jar) throws IOException {
        deleteAbandoned(home.resolveSibling("."));
        Path fresh = home.resolveSibling("." + home.getFileName() + "-" + UUID.randomUUID());
        try {
            unpack(fresh, jar);
            moveInto(home, fresh, jar);
        } finally {
            delete(fresh);
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

    /** Another process may have been faster: its folder stays if it is good, and is replaced if it is not. */
    private static void moveInto(Path home, Path fresh, FfmpegJar jar) throws IOException {
        if (Files.exists(home)) {
            if (complete(home, jar)) {
                return;
            }
            Path broken = fresh.resolveSibling(fresh.getFileName() + ".old");
            Files.move(home, broken, StandardCopyOption.ATOMIC_MOVE);
            delete(broken);
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            throw unsupported;
        } catch (FileSystemException taken) {
            if (!complete(home, jar)) {
                throw taken;
            }
        }
    }

    /** What a process left that was killed while it unpacked. */
    private static void deleteAbandoned(Path parent) throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(ABANDONED_AFTER));
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(parent, ".*-linux-*")) {
            for (Path folder : hidden) {
                if (Files.getLastModifiedTime(folder).compareTo(old) < 0) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean complete(Path home, FfmpegJar jar) throws IOException {
        if (!Files.isDirectory(home.resolve(EMPTY))) {
            return false;
        }
        for (String name : UNUSED_LIBRARIES) {
            if (!Files.exists(home.resolve(name))) {
                return false;
            }
        }
        for (FfmpegJar.Entry entry : jar.entries()) {
            Path file = home.resolve(entry.name());
            if (!Files.isExecutable(file) || Files.size(file) != entry.size() || crc(file) != entry.crc()) {
                return false;
            }
        }
        return true;
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
