package stt.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running FFmpeg, read by one thread. {@link #kill} may be called from any. */
final class FfmpegProcess implements AutoCloseable {

    /** FFmpeg gave up because more than two thirds of the frames failed to decode ({@code -max_error_rate}). */
    private static final int TOO_MANY_ERRORS = 69;
    /** FFmpeg was told to stop: only the soft CPU limit does that. */
    private static final int STOPPED = 255;
    /** The low byte of {@code -ENOMEM}. */
    private static final int NO_MEMORY = 244;
    /** 128 and a signal's number: SIGKILL (hard CPU limit, or a machine out of memory), SIGXCPU; the rest are crashes. */
    private static final int KILLED = 128 + 9;

    private static final int OUT_OF_TIME = 128 + 24;
    private static final int FIRST_SIGNAL = 128 + 1;
    private static final int LAST_SIGNAL = 128 + 31;

    private final Process process;
    private final Duration stall;
    private volatile boolean stalled;

    private FfmpegProcess(Process process, Duration stall) {
        this.process = process;
        this.stall = stall;
    }

    /** Starts {@code command} with {@code input}, opened here, as its standard input. */
    static FfmpegProcess start(ProcessBuilder command, Path input, Duration stall) {
        try {
            return new FfmpegProcess(command.redirectInput(input.toFile()).start(), stall);
        } catch (IOException failure) {
            throw new UncheckedIOException("FFmpeg could not be started", failure);
        }
    }

    /** Reads the log to the first decoded frame, and closes it. */
    Optional<AudioFacts> facts(DecodeLog log, Container container) {
        try (InputStream in = process.getErrorStream()) {
            return watched(() -> log.read(in, container));
        } catch (IOException failure) {
            throw new UncheckedIOException("FFmpeg's log could not be read", failure);
        }
    }

    /** As {@link InputStream#read(byte[], int, int)}. */
    int read(byte[] buffer, int offset, int length) {
        try {
            InputStream out = process.getInputStream();
            return out.available() > 0
                    ? out.read(buffer, offset, length)
                    : watched(() -> out.read(buffer, offset, length));
        } catch (IOException failure) {
            throw new UncheckedIOException("FFmpeg's output could not be read", failure);
        }
    }

    /** Ends the process now; readers see the end of its output. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /**
     * Waits for the end of the process.
     *
     * @throws UnsupportedAudio when it ended because of the file
     */
    void requireGoodEnd() {
        int status = exitStatus();
        if (stalled || status == STOPPED || status == NO_MEMORY || status == KILLED || status == OUT_OF_TIME) {
            throw new UnsupportedAudio(
                    UnsupportedAudio.Reason.TOO_COSTLY, "Decoding the file took more time or memory than is allowed.");
        }
        if (status == TOO_MANY_ERRORS || (status >= FIRST_SIGNAL && status <= LAST_SIGNAL)) {
            throw new UnsupportedAudio(
                    UnsupportedAudio.Reason.DAMAGED, "The file is damaged: most of its sound cannot be decoded.");
        }
    }

    /** Kills what still runs, and waits until it is gone. */
    @Override
    public void close() {
        kill();
        exitStatus();
        try {
            process.getInputStream().close();
            process.getErrorStream().close();
        } catch (IOException failure) {
            throw new UncheckedIOException("FFmpeg's pipes could not be closed", failure);
        }
    }

    private int exitStatus() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (!process.waitFor(stall.toMillis(), TimeUnit.MILLISECONDS)) {
                        stalled = true;
                        kill();
                    }
                    return process.waitFor();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    /** The JDK's own timer thread kills a process that keeps its reader waiting too long. */
    private <T> T watched(Reading<T> reading) throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> watch = done.orTimeout(stall.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(timeout -> {
                    stalled = true;
                    kill();
                    return null;
                });
        try {
            return reading.run();
        } finally {
            done.complete(null);
            watch.join();
        }
    }
}
