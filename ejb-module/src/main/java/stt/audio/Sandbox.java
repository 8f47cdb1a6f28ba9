package stt.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How FFmpeg is started: limits on CPU time, address space, open files and written files, no core dump, low priority, an
 * empty environment and an empty working folder, and, where the kernel and its tools allow, namespaces without network
 * and without privileges. The process that is started becomes FFmpeg itself: killing it leaves nothing behind.
 *
 * @param outside a command that runs another one, before the limits are set
 * @param inside a command that runs another one, after the limits are set
 */
record Sandbox(List<String> outside, List<String> inside) {

    private static final List<String> NAMESPACES =
            List.of("unshare", "--user", "--map-current-user", "--net", "--ipc", "--uts", "--");
    /** For util-linux before 2.34. */
    private static final List<String> NAMESPACES_AS_ROOT = List.of("unshare", "--map-root-user", "--net", "--");

    private static final List<String> NO_PRIVILEGES =
            List.of("setpriv", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--");

    /** From the strongest to what always works. */
    static final List<Sandbox> CANDIDATES = List.of(
            new Sandbox(NAMESPACES, NO_PRIVILEGES),
            new Sandbox(NAMESPACES, List.of()),
            new Sandbox(NAMESPACES_AS_ROOT, NO_PRIVILEGES),
            new Sandbox(List.of(), NO_PRIVILEGES),
            new Sandbox(List.of(), List.of()));

    /**
     * Soft CPU limit first: FFmpeg then stops by itself; two seconds later the kernel kills it. Threads are limited only in
     * a user namespace of its own, since elsewhere the kernel would count every thread of this user. Paths are relative to the empty folder, so that
     * no character in them can matter.
     */
    private static final String LIMITS =
            """
            ulimit -c 0 && ulimit -f 0 && ulimit -n 32 && ulimit -v "$1" && ulimit -S -t "$2" && ulimit -H -t "$(($2 + 2))" || exit 120
            [ "$3" = 0 ] || ulimit -u "$3" 2>/dev/null || ulimit -p "$3" 2>/dev/null
            export LD_LIBRARY_PATH=..
            shift 3
            exec nice -n 5 "$@"
            """;

    private static final int THREADS = 64;

    /** For operators. */
    String description() {
        return "limits"
                + (outside.isEmpty() ? "" : ", no network, own namespaces")
                + (inside.isEmpty() ? "" : ", no privileges");
    }

    /** A process, not yet started, that runs FFmpeg with {@code arguments} within {@code limits}. */
    ProcessBuilder command(FfmpegFolder ffmpeg, AudioLimits limits, List<String> arguments) {
        List<String> command = new ArrayList<>(outside);
        command.addAll(List.of("/bin/sh", "-c", LIMITS, "sh"));
        command.add(Long.toString(limits.memoryMebibytes() * 1024L));
        command.add(Long.toString(limits.cpuTime().toSeconds()));
        command.add(Integer.toString(outside.isEmpty() ? 0 : THREADS));
        command.addAll(inside);
        command.add("../" + ffmpeg.program().getFileName());
        command.addAll(arguments);
        ProcessBuilder process =
                new ProcessBuilder(command).directory(ffmpeg.emptyFolder().toFile());
        process.environment().clear();
        process.environment().putAll(Map.of("LC_ALL", "C"));
        return process;
    }

    /**
     * The first candidate in which FFmpeg really starts on this machine.
     *
     * @throws IllegalStateException when it starts in none
     */
    static Sandbox strongest(FfmpegFolder ffmpeg, AudioLimits limits) {
        return CANDIDATES.stream()
                .filter(candidate -> candidate.works(ffmpeg, limits))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("FFmpeg cannot be started from " + ffmpeg.home()
                        + "; the folder must allow programs to run, and stt.audio.decoder.memory be enough"));
    }

    /** Whether FFmpeg starts in it on this machine. */
    boolean works(FfmpegFolder ffmpeg, AudioLimits limits) {
        ProcessBuilder version = command(ffmpeg, limits, List.of("-version"));
        Path nothing = Path.of("/dev/null");
        version.redirectInput(nothing.toFile());
        version.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        version.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return version.start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while FFmpeg was tried", interrupted));
        }
    }
}
