package stt.connector.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stt.inference.api.InferenceStatus.Gpu;

/**
 * What NVIDIA's driver says of the machine's GPUs: by its program {@code nvidia-smi}, or where that is missing by its files
 * in {@code /proc}, which know names only.
 *
 * @param query the program and what to ask it
 * @param files where the driver has a folder for each GPU
 * @param limit how long the program may take: well under a second once the driver is loaded, a few when it is not
 */
record NvidiaDriver(List<String> query, Path files, Duration limit) {

    static final NvidiaDriver INSTALLED = new NvidiaDriver(
            List.of(
                    "nvidia-smi",
                    "--query-gpu=index,name,memory.total,memory.used,utilization.gpu",
                    "--format=csv,noheader,nounits"),
            Path.of("/proc/driver/nvidia/gpus"),
            Duration.ofSeconds(10));

    private static final System.Logger LOG = System.getLogger(NvidiaDriver.class.getName());

    /** A number, a name that may hold commas, and three numbers, or words where the driver cannot say. */
    private static final Pattern LINE = Pattern.compile("(\\d{1,4}), (.+), ([^,]+), ([^,]+), ([^,]+)");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(.+)$");

    /** The largest answer that is read: a line has some 60 bytes. */
    private static final int LARGEST = 1 << 16;

    /** The GPUs by number; none without a driver, or when it does not answer in time. */
    List<Gpu> gpus() {
        Process program;
        try {
            program = new ProcessBuilder(query)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return named(); // no such program
        }
        try {
            // The answer, a line for each GPU, is smaller than a pipe's buffer: the program can end before it is read.
            if (!program.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, query.get(0) + " did not answer within " + limit);
                return List.of();
            }
            return program.exitValue() == 0 ? parse(answer(program)) : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            program.destroyForcibly();
        }
    }

    /** Reads "number, name, MiB, MiB, percent" lines; others, such as that there are no devices, are passed over. */
    static List<Gpu> parse(String answer) {
        return answer.lines()
                .map(String::strip)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(NvidiaDriver::gpu)
                .toList();
    }

    private static Gpu gpu(Matcher line) {
        OptionalLong used = number(line.group(4));
        OptionalLong utilization = number(line.group(5));
        return new Gpu(
                Integer.parseInt(line.group(1)),
                line.group(2).strip(),
                number(line.group(3)).orElse(0),
                used,
                utilization.isPresent() ? OptionalInt.of((int) utilization.getAsLong()) : OptionalInt.empty());
    }

    private static OptionalLong number(String text) {
        String digits = text.strip();
        return NUMBER.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static String answer(Process program) {
        try {
            return new String(program.getInputStream().readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders are named by PCI addresses, whose order is that of the numbers. */
    private List<Gpu> named() {
        try (Stream<Path> gpus = Files.list(files)) {
            List<String> names =
                    gpus.sorted().flatMap(gpu -> name(gpu).stream()).toList();
            return IntStream.range(0, names.size())
                    .mapToObj(i -> new Gpu(i, names.get(i), 0, OptionalLong.empty(), OptionalInt.empty()))
                    .toList();
        } catch (IOException e) {
            return List.of(); // no driver
        }
    }

    private static Optional<String> name(Path gpu) {
        try {
            Matcher model = MODEL.matcher(Files.readString(gpu.resolve("information")));
            return model.find() ? Optional.of(model.group(1).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
