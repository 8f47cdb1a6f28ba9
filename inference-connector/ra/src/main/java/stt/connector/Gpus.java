package stt.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import stt.inference.api.InferenceStatus.Gpu;

/** What NVIDIA's driver says of the machine's GPUs. */
final class Gpus {

    private static final System.Logger LOG = System.getLogger(Gpus.class.getName());
    private static final List<String> QUERY =
            List.of("nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader,nounits");

    private Gpus() {}

    /** The first GPU; empty without one, without a driver, or when the driver does not answer within {@code limit}. */
    static Optional<Gpu> first(Duration limit) {
        return first(QUERY, limit);
    }

    static Optional<Gpu> first(List<String> query, Duration limit) {
        Process driver;
        try {
            driver = new ProcessBuilder(query)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Optional.empty(); // no such program: no driver
        }
        try {
            // The answer, a line for each GPU, is smaller than a pipe's buffer: the program can end before it is read.
            if (!driver.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "nvidia-smi did not answer within " + limit);
                return Optional.empty();
            }
            return driver.exitValue() == 0 ? parse(answer(driver)) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            driver.destroyForcibly();
        }
    }

    /**
     * Reads "name, MiB", the first line. Names may contain commas. The driver writes words instead of a number for devices
     * that share the machine's memory: that reads as 0.
     */
    static Optional<Gpu> parse(String answer) {
        return answer.lines().findFirst().filter(line -> line.indexOf(',') > 0).map(line -> {
            int comma = line.lastIndexOf(',');
            String memory = line.substring(comma + 1).strip();
            return new Gpu(line.substring(0, comma).strip(), memory.matches("\\d{1,9}") ? Long.parseLong(memory) : 0);
        });
    }

    private static String answer(Process driver) {
        try {
            return new String(driver.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
