package stt.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stt.connector.devices.Devices;

/**
 * How much memory is taken now, to measure a model by what it adds.
 *
 * @param devices for the GPUs
 */
record HeldMemory(Devices devices) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long KIBIBYTE = 1L << 10;
    private static final long MEBIBYTE = 1L << 20;

    /**
     * Bytes of this process that are in the machine's memory, or what all processes have taken of a GPU's; empty where the
     * system does not tell. What native code has freed is given back first, so that it does not hide what is taken next.
     */
    OptionalLong on(SessionRequest request) {
        if (request.options().cuda().isEmpty()) {
            FreedMemory.giveBack();
            return resident();
        }
        devices.refresh();
        int ordinal = request.options().cuda().get().ordinal();
        return devices.gpus().stream()
                .filter(gpu -> gpu.number() == ordinal)
                .flatMapToLong(gpu -> gpu.usedMegabytes().stream())
                .map(megabytes -> megabytes * MEBIBYTE)
                .findFirst();
    }

    /** Linux tells. */
    static OptionalLong resident() {
        return status().map(RESIDENT::matcher)
                .filter(Matcher::find)
                .map(line -> OptionalLong.of(Long.parseLong(line.group(1)) * KIBIBYTE))
                .orElse(OptionalLong.empty());
    }

    private static Optional<String> status() {
        try {
            return Files.exists(STATUS) ? Optional.of(Files.readString(STATUS)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // whatever it is, it tells nothing
        }
    }
}
