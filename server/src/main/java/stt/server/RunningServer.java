package stt.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The server's virtual machine, seen from the process that has started it. */
final class RunningServer {

    private static final long PROBE_EVERY_MILLIS = 100;
    private static final long START_LIMIT_SECONDS = 600;

    /** Longer than the resource adapter waits for running transcriptions before it ends them. */
    private static final long STOP_LIMIT_SECONDS = 90;

    /** Exit codes of a virtual machine that was told to end: by itself, by SIGINT, by SIGTERM. */
    private static final Set<Integer> STOPPED = Set.of(0, 130, 143);

    private final Process process;
    private final ClassArchive classes;
    private final Path logs;

    RunningServer(Process process, ClassArchive classes, Path logs) {
        this.process = process;
        this.classes = classes;
        this.logs = logs;
    }

    /** Makes a signal to this process (Ctrl-C, SIGTERM) an orderly stop of the server, with exit code 0. */
    void stopWithThisProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndHalt, "stop the server"));
    }

    /**
     * Waits until the server answers and the models that it loads at start are loaded, or turn out not to be installed.
     *
     * @return false if it was told to stop meanwhile
     * @throws Refused if it ends by itself instead
     */
    boolean awaitReady(Listener listener) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
        while (!listener.answers() || listener.health().equals("loading")) {
            if (hasEndedWithin(PROBE_EVERY_MILLIS)) {
                refuseUnlessStopped();
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new Refused("The server was not ready within %d seconds; the log is in %s."
                        .formatted(START_LIMIT_SECONDS, logs));
            }
        }
        return true;
    }

    /**
     * Waits until the server ends.
     *
     * @throws Refused unless it was told to
     */
    void awaitEnd() {
        while (!hasEndedWithin(Long.MAX_VALUE)) {
            // Only a signal ends the wait, and that ends this process.
        }
        refuseUnlessStopped();
    }

    private boolean hasEndedWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this program's only thread", e);
        }
    }

    private void refuseUnlessStopped() {
        if (!STOPPED.contains(process.exitValue())) {
            String what =
                    switch (process.exitValue()) {
                        case ServerProcess.NOT_BOOTED -> "The server could not boot";
                        case ServerProcess.NOT_DEPLOYED -> "The application could not be deployed";
                        default -> "The server has ended by itself (exit code %d)".formatted(process.exitValue());
                    };
            throw new Refused("%s; the log is in %s.".formatted(what, logs));
        }
    }

    /** Closing its input asks the server to end. */
    private void stopAndHalt() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS) && STOPPED.contains(process.exitValue())) {
                classes.keep();
                Runtime.getRuntime().halt(0);
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("The server could not be stopped in order: " + e.getMessage());
        }
        process.destroyForcibly();
        Runtime.getRuntime().halt(Refused.EXIT_CODE);
    }
}
