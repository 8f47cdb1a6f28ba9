package stt.models.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A program of the operating system that fetches an archive into a folder. */
final class Program {

    private static final long WATCH_MILLIS = 250;

    private final List<String> command;
    private final Path work;

    /** Runs {@code command} in {@code work}, an empty folder that also takes its temporary files and what it prints. */
    Program(List<String> command, Path work) {
        this.command = List.copyOf(command);
        this.work = work;
    }

    /**
     * Runs it to its end; {@code grown} is told how many bytes the folder has gained, now and then. When this thread is
     * interrupted or the virtual machine ends, the program ends as well.
     *
     * @param ifMissing what to tell when there is no such program
     * @throws SourceFailed with that when it cannot be started, or when this thread is interrupted
     */
    Outcome run(String ifMissing, LongConsumer grown) throws IOException {
        Path output = work.resolve("output.txt");
        Path temporary = Files.createDirectories(work.resolve("tmp"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TMPDIR", temporary.toString());
        Process process = start(builder, ifMissing);
        Thread end = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            watch(process, grown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailed("fetching was interrupted.", e);
        } finally {
            end(process);
            forget(end);
        }
        // Programs print file names and messages in whatever encoding they like: only ASCII words of it are looked at.
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
    }

    /** The program may be a script that has started the real one. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // The virtual machine is ending, which has ended the program: its exit code means nothing.
            throw new SourceFailed("fetching was interrupted.", e);
        }
    }

    private static Process start(ProcessBuilder builder, String ifMissing) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SourceFailed(ifMissing, e);
        }
    }

    private void watch(Process process, LongConsumer grown) throws InterruptedException, IOException {
        long seen = 0;
        boolean ended = false;
        while (!ended) {
            ended = process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS);
            long now = bytesIn(work);
            // A folder shrinks when a program moves or unpacks what it has: that is no progress lost.
            if (now > seen) {
                grown.accept(now - seen);
                seen = now;
            }
        }
    }

    private static long bytesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            long sum = 0;
            for (Path path : paths.toList()) {
                sum += Files.isDirectory(path) ? bytesIn(path) : size(path);
            }
            return sum;
        } catch (NoSuchFileException | UncheckedIOException e) {
            return 0; // the program removed it just now
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0; // the program removed it just now
        }
    }

    /**
     * How it ended.
     *
     * @param status 0 for success
     * @param output everything it printed
     */
    record Outcome(int status, String output) {

        /** Whether it printed one of these texts. */
        boolean says(String... texts) {
            return Stream.of(texts).anyMatch(output::contains);
        }

        boolean saysDiskFull() {
            return DiskSpace.saysFull(output);
        }

        /** What follows {@code mark} on the first line that begins with it, without addresses, which may hold credentials. */
        String firstAfter(String mark) {
            return output.lines()
                    .filter(line -> line.startsWith(mark))
                    .findFirst()
                    .map(line -> line.substring(mark.length()))
                    .orElse("exit code " + status)
                    .replaceAll("\\S*://\\S+", "(address)")
                    .strip();
        }
    }
}
